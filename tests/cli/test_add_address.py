"""Is an address fetched only when it is named, and its page kept as it arrived?"""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
PAGE = (
    b"<!doctype html><html><head><title>Talks</title></head><body><article><h1>Talks</h1>"
    b"<p>Darsa called for an inspection of the dam by engineers of both states.</p>"
    b"<p>Velia said that it would answer within a month.</p></article></body></html>"
)


class Handler(BaseHTTPRequestHandler):
    """Answers every request with one page, and notes that it was asked."""

    asked: list[str]

    def do_GET(self) -> None:
        """Send the page."""
        self.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    """Give the address of a server on this machine that has one page."""
    Handler.asked = []
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_that_is_named_is_kept_as_it_arrived(run: Run, case: Path, address: str) -> None:
    result = run("add", case, f"{address}/news/talks")
    assert result.exit_code == 0, result.output
    (kept,) = case.glob("sources/*news-talks.html")
    assert kept.read_bytes() == PAGE
    assert "inspection" in run("search", case, "inspection").stdout
    assert Handler.asked == ["/news/talks"]
