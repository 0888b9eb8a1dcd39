"""How does one file become a document?"""

import hashlib
import os
import stat
from pathlib import Path

from tracktwo.documents.document import Document, Original, text_hash
from tracktwo.documents.docx import read_docx
from tracktwo.documents.html import read_html
from tracktwo.documents.language import language_of
from tracktwo.documents.limits import MAX_BYTES
from tracktwo.documents.maintext import MainText
from tracktwo.documents.markdown import read_markdown
from tracktwo.documents.masthead import masthead
from tracktwo.documents.media import DOCX, HTML, MARKDOWN, PDF, media_type_of
from tracktwo.documents.pdf import read_pdf
from tracktwo.documents.refusal import KNOWN, refusal
from tracktwo.documents.text import read_text
from tracktwo.errors import DocumentError, EmptyDocumentError, OversizeDocumentError


def load(path: Path) -> Document:
    """Read one file.

    The size is held against the limit before anything is read. Raises the errors of
    `load_bytes`, and `DocumentError` itself for what is no readable file: a folder, a link that
    leads nowhere, a device, a file that may not be read.

    Parameters
    ----------
    path : Path
        A file. For a folder see `tracktwo.documents.folder.load_all`.

    Raises
    ------
    DocumentError
        If it cannot be read as text; the class says why, the message what to do.
    """
    name = _shown(path.name or str(path))
    try:
        kind = path.stat()
        _hold_to_file(kind, name)
        _hold_to_size(kind.st_size, name)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES)
    except (OSError, ValueError) as error:
        if isinstance(error, DocumentError):
            raise
        raise _unreadable(path, name, error) from error
    return load_bytes(data, name)


def load_bytes(data: bytes, name: str, media_type: str = "") -> Document:
    r"""Read a document from bytes, such as those of standard input.

    Parameters
    ----------
    data : bytes
        The whole of it.
    name : str
        What to call it: a file's own name, an address, "standard input".
    media_type : str
        What a server declares, such as ``text/html; charset=utf-8``; "" for none. What the
        bytes plainly are comes first.

    Returns
    -------
    Document
        With its text fixed and hashed, and a map from every place in it back to
        ``original.text``. Title, publisher, author and date are those that the format gives,
        and what the first lines say where it gives none.

    Raises
    ------
    EmptyDocumentError
        If there is nothing to read.
    BinaryDocumentError
        If it is no text and no format that is read.
    EncryptedDocumentError
        If it asks for a password.
    DamagedDocumentError
        If it breaks off or is broken.
    OversizeDocumentError
        If it is larger, or unpacks to more, than the limits.

    Examples
    --------
    >>> document = load_bytes(b"Talks stall\n\nBy Ann Lee | The Post | 21/11/2020\n", "a.txt")
    >>> document.title, document.author, document.date
    ('Talks stall', 'Ann Lee', '2020-11-21')
    """
    name = _shown(name)
    _hold_to_size(len(data), name)
    if not data.strip(b" \t\r\n\f\v\0"):
        raise _empty(name, "an empty file" if not data else "a file of white space only")
    declared, _, rest = media_type.partition(";")
    kind = media_type_of(data, name, declared.strip().casefold())
    main = _main_text(data, name, kind, _charset(rest))
    if not main.text.strip(" \t\r\n\f\v\0\u00a0\u200b\ufeff"):
        raise _empty(name, "a file without a single letter")
    found = main.metadata.or_else(masthead(main.text))
    return Document(
        name=name,
        text=main.text,
        sha256=text_hash(main.text),
        original=Original(
            hashlib.sha256(data).hexdigest(), kind, main.source, main.encoding, main.notes
        ),
        back=main.back,
        title=found.title,
        publisher=found.publisher,
        author=found.author,
        date=found.date,
        language=language_of(main.text),
    )


def _main_text(data: bytes, name: str, kind: str, charset: str) -> MainText:
    if kind == PDF:
        return read_pdf(data, name)
    if kind == DOCX:
        return read_docx(data, name)
    if kind == HTML:
        return read_html(data, charset)
    if kind == MARKDOWN:
        return read_markdown(data, charset)
    return read_text(data, charset)


def _charset(parameters: str) -> str:
    """Give the charset among the parameters of a media type, "" for none."""
    for parameter in parameters.split(";"):
        key, _, value = parameter.partition("=")
        if key.strip().casefold() == "charset":
            return value.strip(" \"'")
    return ""


def _shown(name: str) -> str:
    """Give a file's name as text that can be printed and stored."""
    text = os.fsencode(name) if any("\ud800" <= sign <= "\udfff" for sign in name) else name
    shown = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in shown)


def _hold_to_file(kind: os.stat_result, name: str) -> None:
    if stat.S_ISREG(kind.st_mode):
        return
    folder = stat.S_ISDIR(kind.st_mode)
    raise refusal(
        DocumentError,
        name,
        "a folder" if folder else "a device, pipe or socket",
        "a file",
        "name a file in it, or read it as a folder" if folder else "send it to standard input",
    )


def _hold_to_size(size: int, name: str) -> None:
    if size >= MAX_BYTES:
        raise refusal(
            OversizeDocumentError,
            name,
            f"{size:,} bytes",
            f"fewer than {MAX_BYTES:,}",
            "split it, or save its text alone",
        )


def _unreadable(path: Path, name: str, error: Exception) -> DocumentError:
    """Say why the system would not give a file's bytes."""
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        arrived, do = "a link that leads nowhere", "mend the link, or leave it out"
    elif isinstance(error, FileNotFoundError):
        arrived, do = "no such file", "check the spelling and the folder"
    elif isinstance(error, PermissionError):
        arrived, do = "a file that may not be read", "ask for the right to read it"
    else:
        reason = getattr(error, "strerror", "") or "the system would not say why"
        arrived, do = f"a file that could not be read ({reason})", "copy it to another disk"
    return refusal(DocumentError, name, arrived, f"a readable file: {KNOWN}", do)


def _empty(name: str, arrived: str) -> EmptyDocumentError:
    return refusal(
        EmptyDocumentError, name, arrived, "a text to read", "check that it was saved or sent whole"
    )
