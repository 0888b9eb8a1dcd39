"""Does a packed file unpack to what it says, and to no more than it may?"""

import zipfile
from io import BytesIO
from typing import Final

from tracktwo.documents.limits import MAX_PARTS, MAX_RATIO, MAX_UNPACKED, RATIO_FLOOR
from tracktwo.documents.refusal import refusal
from tracktwo.errors import (
    DamagedDocumentError,
    DocumentError,
    EncryptedDocumentError,
    OversizeDocumentError,
)

CHUNK: Final = 65_536
READ: Final = (".xml", ".rels")
"""The parts that hold text; pictures and fonts are never unpacked."""


def unpacked(data: bytes, name: str) -> BytesIO:
    """Unpack the text parts of a ZIP file into one that is not packed.

    Before anything is unpacked, the directory at the file's end is held against the limits on
    the number of parts, on bytes, and on the ratio of unpacked to packed bytes. Parts are then
    read in small pieces, and no further than the directory says. So no more than the limit is
    ever in memory, even if the directory lies.

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        Its name, for errors.

    Returns
    -------
    BytesIO
        A ZIP file with the same parts, those without text empty.

    Raises
    ------
    OversizeDocumentError
        If the file is a bomb: it would unpack to more than the limits.
    DamagedDocumentError
        If it breaks off, or a part is broken.
    EncryptedDocumentError
        If a part asks for a password.
    """
    whole = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed, zipfile.ZipFile(whole, "w") as plain:
            parts = {part.filename: part for part in packed.infolist()}
            _hold_to_limits(packed.infolist(), name)
            for part in parts.values():
                text = part.filename.lower().endswith(READ)
                plain.writestr(part.filename, _read(packed, part) if text else b"")
    except DocumentError:
        raise
    except Exception as error:  # a broken ZIP leads zlib and zipfile into errors of every class
        raise refusal(
            DamagedDocumentError,
            name,
            "a packed file that breaks off or is broken inside",
            "a whole one",
            "fetch it again, or save it anew",
        ) from error
    whole.seek(0)
    return whole


def _hold_to_limits(parts: list[zipfile.ZipInfo], name: str) -> None:
    """Refuse a bomb by what the directory says."""
    if any(part.flag_bits & 1 for part in parts):
        raise refusal(
            EncryptedDocumentError,
            name,
            "a file with parts that ask for a password",
            "a file without a password",
            "open it with its password and save it without",
        )
    size = sum(part.file_size for part in parts)
    bombs = [part for part in parts if _is_bomb(part)]
    if size > MAX_UNPACKED or bombs or len(parts) > MAX_PARTS:
        raise refusal(
            OversizeDocumentError,
            name,
            f"a packed file with {len(parts):,} parts that unpack to {size:,} bytes",
            f"{MAX_PARTS:,} parts and {MAX_UNPACKED:,} bytes at most, packed {MAX_RATIO}:1 at most",
            "check where it comes from; if it can be trusted, save its text as plain text",
        )


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > max(RATIO_FLOOR, MAX_RATIO * part.compress_size)


def _read(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """Read a part piece by piece: one read at once would inflate it all before it is cut."""
    with packed.open(part) as stream:
        return b"".join(iter(lambda: stream.read(CHUNK), b""))
