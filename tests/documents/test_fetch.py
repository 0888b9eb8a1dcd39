"""An address that the user names, answered by a real server on this machine."""

import gzip
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import ClassVar

import pytest

from tracktwo.documents.fetch import fetch
from tracktwo.errors import DocumentError, EmptyDocumentError, OversizeDocumentError

PAGE = "<html><head><title>Talks</title></head><body><p>Über “talks”.</p></body></html>"


def fixed(body: bytes, code: int = 200, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """An answer that is sent as it is; its length can be a lie."""
    named = {key.replace("_", "-"): value for key, value in headers.items()}
    return code, {"Content-Length": str(len(body)), **named}, body


FIXED = {
    "/page": fixed(PAGE.encode("cp1252"), Content_Type="text/html; charset=windows-1252"),
    "/packed": fixed(gzip.compress(b"words"), Content_Encoding="gzip", Content_Type="text/plain"),
    "/bomb": fixed(gzip.compress(bytes(9_000)), Content_Encoding="gzip"),
    "/broken-packed": fixed(b"no gzip", Content_Encoding="gzip"),
    "/moved": fixed(b"", 302, Location="/page"),
    "/to-a-file": fixed(b"", 302, Location="file:///etc/hostname"),
    "/round": fixed(b"", 302, Location="/round"),
    "/empty": fixed(b""),
    "/cut": fixed(b"half", Content_Length="8", Connection="close"),
    "/large": fixed(b"", Content_Length="5000"),
}


class Answers(BaseHTTPRequestHandler):
    """Answers by path, and keeps the paths that were asked for."""

    asked: ClassVar[list[str]] = []
    stop: ClassVar[Event] = Event()

    def do_GET(self) -> None:
        """Send what belongs to the path; one path never ends, one never begins."""
        self.asked.append(self.path)
        path = self.path.partition("?")[0]
        if path == "/silent":
            self.stop.wait(5)
            return
        code, headers, body = FIXED.get(
            path, fixed(b"not here", 200 if path == "/endless" else 404)
        )
        with suppress(BrokenPipeError, ConnectionResetError):
            self.send_response(code)
            for key, value in headers.items() if path != "/endless" else ():
                self.send_header(key, value)
            self.end_headers()
            self.wfile.write(body)
            while path == "/endless" and not self.stop.wait(0.01):
                self.wfile.write(b"word " * 10)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server on this machine."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    Answers.asked.clear()
    Answers.stop.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        Answers.stop.set()
        server.shutdown()
        server.server_close()


def test_a_page_is_read_in_the_encoding_that_the_server_declares(address: str) -> None:
    document = fetch(f"{address}/page")
    assert document.text == "Über “talks”."
    assert document.name == f"{address}/page"
    assert document.title == "Talks"


def test_nothing_but_the_address_named_is_asked_for(address: str) -> None:
    fetch(f"{address}/page?id=1#part")
    assert Answers.asked == ["/page?id=1"]


def test_letters_and_spaces_in_an_address_are_escaped(address: str) -> None:
    with pytest.raises(DocumentError, match="404"):
        fetch(f"{address}/größe und %20?q=ä b")
    assert Answers.asked == ["/gr%C3%B6%C3%9Fe%20und%20%20?q=%C3%A4%20b"]


def test_a_packed_answer_is_unpacked(address: str) -> None:
    assert fetch(f"{address}/packed").text == "words"


def test_a_moved_page_is_followed(address: str) -> None:
    assert fetch(f"{address}/moved").text == "Über “talks”."


@pytest.mark.parametrize(
    ("path", "arrived"),
    [
        ("nothing", r"the answer 404 \(Not Found\)"),
        ("cut", "4 of 8 bytes, then nothing"),
        ("broken-packed", "a packed answer that is broken"),
        ("round", "the answer 302"),
        ("to-a-file", "the answer 302"),
    ],
)
def test_what_is_no_page_is_one_clear_error(address: str, path: str, arrived: str) -> None:
    with pytest.raises(DocumentError, match=arrived):
        fetch(f"{address}/{path}")


def test_an_empty_answer_says_so(address: str) -> None:
    with pytest.raises(EmptyDocumentError):
        fetch(f"{address}/empty")


@pytest.mark.parametrize("path", ["large", "endless", "bomb"])
def test_too_many_bytes_stop_the_reading(address: str, path: str) -> None:
    with pytest.raises(OversizeDocumentError, match="4,000 bytes, and more to come"):
        fetch(f"{address}/{path}", limit=4_000)


def test_an_answer_without_end_is_cut_off_in_time(address: str) -> None:
    with pytest.raises(DocumentError, match="would not end in time"):
        fetch(f"{address}/endless", seconds=0.2)


def test_a_server_that_says_nothing_is_left_in_time(address: str) -> None:
    with pytest.raises(DocumentError, match=r"no answer \(timed out\)"):
        fetch(f"{address}/silent", seconds=0.2)


def test_a_server_that_is_not_there_is_one_clear_error(address: str) -> None:
    port = int(address.rsplit(":", 1)[1])
    with pytest.raises(DocumentError, match="no answer"):
        fetch(f"http://127.0.0.1:{port}".replace(str(port), "1"))


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hostname",
        "ftp://a.b/c",
        "data:text/plain,x",
        "a.txt",
        "http://",
        "http://[",
        "",
    ],
)
def test_only_addresses_of_the_web_are_taken(url: str) -> None:
    with pytest.raises(DocumentError, match="one that begins with http:// or https://"):
        fetch(url)
