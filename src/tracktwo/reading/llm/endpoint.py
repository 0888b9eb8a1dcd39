"""Who answers? A ``/v1/chat/completions`` address that the user named, over HTTP.

The only file of the reading package that knows the network. It needs httpx, which the extra
``[llm]`` names.
"""

import asyncio
import json
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

import httpx

from tracktwo.errors import AnswerError, EndpointError
from tracktwo.reading.llm.prompt import SCHEMA, Message

SECONDS: Final = 120.0
"""A call may take this long, from connecting to the last byte."""

MAX_ANSWER: Final = 2_000_000
"""An answer of this many bytes or more is refused while it comes."""

_PATH: Final = "/v1/chat/completions"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address, a model and a key.

    Attributes
    ----------
    address : str
        As the user gave it; ``/v1/chat/completions`` is added where it is left out.
    model : str
        As the address knows it.
    key : str
        Sent as a bearer token, and shown nowhere; "" for none.
    seconds : float
        Time for one call, all of it.

    Raises
    ------
    EndpointError
        If the address is none of HTTP or HTTPS, or no model is named.
    """

    address: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = SECONDS

    def __post_init__(self) -> None:
        """Refuse what cannot be asked."""
        parts = urlsplit(self.address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise EndpointError(
                f"{self.address!r} is no address of a model; one that begins with http:// or "
                "https:// was needed, such as http://127.0.0.1:8080/v1"
            )
        if parts.username or parts.password or parts.query:
            raise EndpointError(
                "the address of the model holds a name, a password or a query, which would be "
                "shown; leave them out, and put the key into TRACKTWO_LLM_KEY"
            )
        if not self.model:
            raise EndpointError(
                "no model was named; name it with --llm-model or TRACKTWO_LLM_MODEL"
            )

    @property
    def url(self) -> str:
        """The address that is asked."""
        bare = self.address.rstrip("/")
        if bare.endswith("/chat/completions"):
            return bare
        return bare + (_PATH.removeprefix("/v1") if bare.endswith("/v1") else _PATH)

    def ask(self, messages: list[Message]) -> str:
        """Put messages to the model once, and give the text of its answer.

        Raises
        ------
        AnswerError
            If no usable answer comes this time: too late, cut off, too large, not of the
            protocol, or an error that may pass (408, 425, 429, 5xx), with the wait that it asks
            for.
        EndpointError
            If the address refuses in a way that will not pass (401, 404, a redirection …).
        """
        try:
            status, headers, body = _run(self._posted(messages))
        except (TimeoutError, httpx.TimeoutException):
            raise AnswerError(f"no answer within {self.seconds:g} seconds") from None
        except httpx.ConnectError as error:
            raise AnswerError(f"no connection ({error})") from None
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise AnswerError(f"the answer broke off ({_plain(error)})") from None
        if status != httpx.codes.OK:
            raise self._refusal(status, headers, body)
        return _content(body)

    async def _posted(self, messages: list[Message]) -> tuple[int, httpx.Headers, bytes]:
        """Send the question, and read the answer within the time and the limit."""
        asked = {
            "model": self.model,
            "messages": messages,
            "temperature": 0,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "statements", "strict": True, "schema": SCHEMA},
            },
        }
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        data = bytearray()
        async with (
            asyncio.timeout(self.seconds),  # from connecting to the last byte
            httpx.AsyncClient(timeout=self.seconds) as client,
            client.stream("POST", self.url, json=asked, headers=headers) as answer,
        ):
            async for piece in answer.aiter_bytes():
                data += piece
                if len(data) >= MAX_ANSWER:
                    raise AnswerError(f"{MAX_ANSWER:,} bytes, and more to come")
            return answer.status_code, answer.headers, bytes(data)

    def _refusal(self, status: int, headers: httpx.Headers, body: bytes) -> Exception:
        """Give the error that an answer with another status than 200 means."""
        told = f"{status} {httpx.codes.get_reason_phrase(status)}".strip()
        if status in {408, 425, 429} or status >= 500:
            return AnswerError(f"the answer {told}", _wait(headers.get("Retry-After", "")))
        if 300 <= status < 400:
            return EndpointError(
                f"{self.url}: it points to another address ({told}); the text goes nowhere that "
                "you did not name: name that address, if you trust it"
            )
        hint = {
            401: "put the key into TRACKTWO_LLM_KEY",
            403: "the key in TRACKTWO_LLM_KEY may not use this model",
            404: "check the address and --llm-model",
        }.get(status, "check the address, the model, and whether it knows JSON schemas")
        said = self._without_key(" ".join(body[:300].decode("utf-8", "replace").split()))
        return EndpointError(f"{self.url}: the answer {told}: {said or 'nothing more'}; {hint}")

    def _without_key(self, said: str) -> str:
        return said.replace(self.key, "…") if self.key else said


def _run(posted: Coroutine[Any, Any, T]) -> T:
    """Run to the end: here, or in a thread where a loop is running already, as in a notebook."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(posted)
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, posted).result()


def _content(body: bytes) -> str:
    """Take the answer's text out of the protocol."""
    try:
        choice = json.loads(body)["choices"][0]
        message: dict[str, Any] = choice["message"]
        content = message["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise AnswerError("an answer that is not of the protocol") from None
    if choice.get("finish_reason") == "length":
        raise AnswerError("the answer was cut off at the model's own limit")
    if not isinstance(content, str) or not content:
        refused = "refusal" in message and message["refusal"]
        raise AnswerError("the model declined to answer" if refused else "an empty answer")
    return content


def _wait(retry_after: str) -> float | None:
    """Read how long to wait: seconds, or a date; None where it does not say."""
    text = retry_after.strip()
    if text.isascii() and text.isdecimal():
        return float(text[:9])
    try:
        at = parsedate_to_datetime(text)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(0.0, (at - datetime.now(UTC)).total_seconds())


def _plain(error: Exception) -> str:
    return str(error) or type(error).__name__
