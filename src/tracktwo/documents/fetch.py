"""What stands at this address? The only place in the program that goes out to the network."""

import time
import zlib
from http.client import HTTPException, HTTPResponse
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from tracktwo.documents.document import Document
from tracktwo.documents.limits import FETCH_SECONDS, MAX_BYTES
from tracktwo.documents.load import load_bytes
from tracktwo.documents.refusal import refusal
from tracktwo.errors import DocumentError, OversizeDocumentError

CHUNK: Final = 65_536
HEADERS: Final = {"User-Agent": "tracktwo", "Accept": "text/html, */*"}
HANDLERS: Final = (
    ProxyHandler,
    HTTPHandler,
    HTTPSHandler,
    HTTPRedirectHandler,
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    UnknownHandler,
)
"""What may be spoken: HTTP and HTTPS, and nothing that reads this machine's own files."""


def fetch(url: str, *, limit: int = MAX_BYTES, seconds: float = FETCH_SECONDS) -> Document:
    """Read the document at an address that the user named.

    Nothing else on the page is fetched. Redirections are followed, to HTTP and HTTPS only.

    Parameters
    ----------
    url : str
        Begins with ``http://`` or ``https://``.
    limit : int
        Bytes at which reading stops, packed or unpacked.
    seconds : float
        Time for the whole of it.

    Returns
    -------
    Document
        Its name is the address as the user gave it.

    Raises
    ------
    DocumentError
        As `download`, and the errors of `tracktwo.documents.load.load_bytes`.
    """
    data, media_type = download(url, limit=limit, seconds=seconds)
    return load_bytes(data, url, media_type)


def download(
    url: str, *, limit: int = MAX_BYTES, seconds: float = FETCH_SECONDS
) -> tuple[bytes, str]:
    """Give the bytes at an address that the user named, and the media type that it declares.

    Parameters
    ----------
    url, limit, seconds
        As for `fetch`.

    Raises
    ------
    DocumentError
        If the address is of another kind, nothing answers in time, or the answer is an error.
    OversizeDocumentError
        If more bytes come than `limit`.
    """
    address = _checked(url)
    request = Request(address, headers=HEADERS)  # noqa: S310 - _checked lets the web through alone
    opener = OpenerDirector()
    for handler in HANDLERS:
        opener.add_handler(handler())
    deadline = time.monotonic() + seconds
    try:
        with opener.open(request, timeout=seconds) as answer:
            data = _read(answer, url, limit, deadline)
            packed = answer.headers.get("Content-Encoding", "").casefold()
            media_type = answer.headers.get("Content-Type", "")
    except HTTPError as error:
        error.close()
        raise _unreached(url, f"the answer {error.code} ({error.reason})") from error
    except (URLError, OSError, HTTPException, ValueError) as error:
        if isinstance(error, DocumentError):
            raise
        raise _unreached(url, f"no answer ({getattr(error, 'reason', error)})") from error
    if packed in {"gzip", "x-gzip", "deflate"}:
        data = _unpacked(data, url, limit)
    return data, media_type


def _checked(url: str) -> str:
    """Give the address as it may go over the wire, if it is one of the web."""
    try:
        parts = urlsplit(url.strip())
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    except ValueError as error:
        raise _no_address(url, "an address that is none") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise _no_address(url, f"an address of the kind “{parts.scheme or 'none'}”")
    path, query = (quote(part, safe="/%:@!$&'()*+,;=~?") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host, path, query, ""))


def _read(answer: HTTPResponse, url: str, limit: int, deadline: float) -> bytes:
    """Read the answer as it comes, within the limit and in time."""
    length = answer.headers.get("Content-Length", "")
    expected = int(length) if length.isdecimal() else 0
    if expected >= limit:
        raise _oversize(url, limit)
    content = bytearray()
    while piece := answer.read1(CHUNK):
        content += piece
        if len(content) >= limit:
            raise _oversize(url, limit)
        if time.monotonic() > deadline:
            raise _unreached(url, "an answer that would not end in time")
    if len(content) < expected:
        raise _unreached(url, f"{len(content):,} of {expected:,} bytes, then nothing")
    return bytes(content)


def _unpacked(data: bytes, url: str, limit: int) -> bytes:
    """Unpack what a server packed without being asked to."""
    try:
        content = zlib.decompressobj(wbits=47).decompress(data, limit)
    except zlib.error as error:
        raise _unreached(url, "a packed answer that is broken") from error
    if len(content) >= limit:
        raise _oversize(url, limit)
    return content


def _oversize(url: str, limit: int) -> OversizeDocumentError:
    return refusal(
        OversizeDocumentError,
        url,
        f"{limit:,} bytes, and more to come",
        f"fewer than {limit:,}",
        "save the part that matters to a file",
    )


def _unreached(url: str, arrived: str) -> DocumentError:
    return refusal(
        DocumentError,
        url,
        arrived,
        "a page or a file",
        "check the address in a browser, or save the page to a file and name that",
    )


def _no_address(url: str, arrived: str) -> DocumentError:
    return refusal(
        DocumentError,
        url,
        arrived,
        "one that begins with http:// or https://",
        "copy it from the browser, or name a file",
    )
