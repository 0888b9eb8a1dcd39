"""A stand-in for a language model: a real HTTP server that speaks its protocol, or breaks it."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Json = dict[str, Any]


def statement(*content: str, **other: object) -> Json:
    """Give a statement in the form that is asked for, with what differs from a plain claim."""
    plain: Json = {
        "content": list(content),
        "act": "claim",
        "reporting": "indirect",
        "speaker": None,
        "speaker_name": None,
        "reported_by": [],
        "addressees": [],
        "cue": None,
        "firmness": "stated",
        "firmness_words": None,
        "condition": None,
        "negated": False,
        "core": True,
    }
    return plain | other


def answer(*statements: Json) -> str:
    """Give the text of an answer that lists statements."""
    return json.dumps({"statements": list(statements)})


def protocol(content: str | None, finish: str = "stop", **message: object) -> bytes:
    """Give the body of a chat completion with a text."""
    told = {"role": "assistant", "content": content, **message}
    body = {"object": "chat.completion", "choices": [{"message": told, "finish_reason": finish}]}
    return json.dumps(body).encode()


@dataclass(slots=True)
class Reply:
    """What the server sends: bytes after a status line; it may stall, trickle or lie of a length.

    `hold` seconds pass before the first byte, `drip` between each byte; `short` bytes fewer are
    sent than announced.
    """

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    hold: float = 0
    drip: float = 0
    short: int = 0


Behaviour = Callable[[Json], Reply]


@dataclass(slots=True)
class StandIn:
    """A server while it runs: where it listens, what it was asked, how it answers."""

    address: str
    behaviour: Behaviour
    asked: list[Json] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def passages(self) -> list[str]:
        """The passages that it was asked about, in order."""
        return [passage_of(each) for each in self.asked]


def passage_of(asked: Json) -> str:
    """Give the passage that a request asks about."""
    return str(json.loads(asked["messages"][1]["content"])["passage"])


def saying(texts: dict[str, str]) -> Behaviour:
    """Answer each passage that holds a phrase with a text; any other with no statements."""

    def behave(asked: Json) -> Reply:
        passage = passage_of(asked)
        said = next((text for phrase, text in texts.items() if phrase in passage), answer())
        return Reply(protocol(said))

    return behave


def in_turn(*replies: Reply) -> Behaviour:
    """Answer with one reply after the other, the last one for ever."""
    left = list(replies)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


@contextmanager
def standing_in(behaviour: Behaviour) -> Iterator[StandIn]:
    """Run a server on a free port of this machine until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    held = StandIn(f"http://127.0.0.1:{server.server_port}/v1", behaviour)
    _Handler.of[server.server_port] = held
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield held
    finally:
        held.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    of: dict[int, StandIn] = {}  # noqa: RUF012 - one table for all servers, by port
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        held = self.of[self.server.server_port]  # type: ignore[attr-defined]  # every HTTPServer has it
        data = self.rfile.read(int(self.headers["Content-Length"]))
        held.asked.append(json.loads(data))
        held.headers.append(dict(self.headers.items()))
        held.paths.append(self.path)
        self._send(held.behaviour(held.asked[-1]), held.over)

    def do_GET(self) -> None:
        self.of[self.server.server_port].paths.append(self.path)  # type: ignore[attr-defined]  # same
        self._send(Reply(status=404), threading.Event())

    def _send(self, reply: Reply, over: threading.Event) -> None:
        over.wait(reply.hold)
        try:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body) + reply.short))
            self.end_headers()
            for at in range(0, len(reply.body), 1 if reply.drip else max(1, len(reply.body))):
                self.wfile.write(reply.body[at : at + 1] if reply.drip else reply.body)
                if over.wait(reply.drip):
                    return
        except (BrokenPipeError, ConnectionResetError):
            pass  # the client had enough
        if reply.short:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""
