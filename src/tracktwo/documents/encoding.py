"""Which letters do these bytes stand for?"""

import codecs
import re
from dataclasses import dataclass, field
from typing import Final

BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)
"""Byte order mark, codec that swallows it, name of the encoding."""

LEGACY: Final = (
    *("cp1252", "cp1250", "cp1251", "koi8_r", "koi8_u", "cp1253", "cp1254", "cp1255", "cp1256"),
    *("cp1257", "cp1258", "cp874", "iso8859_2", "iso8859_5", "iso8859_7", "iso8859_9"),
    *("iso8859_15", "cp932", "euc_jp", "gb18030", "big5", "cp949"),
)
"""Older encodings that are tried."""

SAMPLE: Final = 60_000
"""Bytes on which an older encoding is judged."""

NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
HIGH_BYTES: Final = re.compile(rb"[\x80-\xff]")
CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\f\r\x1b"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """Bytes as text.

    Attributes
    ----------
    text : str
        What the bytes say; it may hold lone surrogates when they did.
    encoding : str
        The encoding in which it was read, by Python's name.
    notes : tuple of str
        What had to be guessed or replaced.
    """

    text: str = field(repr=False)
    encoding: str
    notes: tuple[str, ...] = ()


def decoded(data: bytes, declared: str = "") -> Decoded:
    """Read bytes as text.

    Tried in this order: a byte order mark; UTF-8; the pattern of zeros that UTF-16 leaves;
    the `declared` encoding; UTF-8 with lone surrogates; UTF-8 that breaks off or in which
    broken sequences are few (one in three at most); and last the older encodings, where
    Windows-1252 goes first if the result looks like words. It never fails: bytes that fit
    nothing become U+FFFD, and a note says so.

    Parameters
    ----------
    data : bytes
        The whole file.
    declared : str
        What a header or a page says about itself; "" where nothing does.

    Examples
    --------
    >>> decoded("“No”".encode("cp1252")).text
    '“No”'
    >>> decoded("déjà".encode("utf-16")).encoding
    'utf-16-le'
    """
    for mark, codec, name in BOMS:
        if data.startswith(mark):
            return _lenient(data, codec, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, declared)
    wide = _wide(data)
    return _lenient(data, wide, wide) if wide else Decoded(text, "utf-8")


def looks_binary(data: bytes) -> bool:
    r"""Tell whether more than one byte in twenty is a control character.

    Text in any encoding but UTF-16 and UTF-32 has next to none, random bytes have one in ten.

    >>> looks_binary(bytes(range(256))), looks_binary(b"two lines\r\n")
    (True, False)
    """
    if _wide(data) or any(data.startswith(mark) for mark, _, _ in BOMS):
        return False
    return 20 * (len(data) - len(data.translate(None, CONTROLS))) > len(data)


def _not_utf8(data: bytes, declared: str) -> Decoded:
    wide = _wide(data) or _known(declared)
    if wide:
        return _lenient(data, wide, wide)
    try:
        return Decoded(data.decode("utf-8", "surrogatepass"), "utf-8", ("lone surrogates kept",))
    except UnicodeDecodeError as error:
        cut = error.end == len(data) and error.reason == "unexpected end of data"
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if cut or 3 * broken <= sum(map(len, NOT_ASCII.findall(text))):
        return Decoded(text, "utf-8", (f"{broken} broken sequences replaced by U+FFFD",))
    codec = _guess(data)
    return _lenient(data, codec, codec, (f"read as {codec}, which is a guess",))


def _wide(data: bytes) -> str:
    """Name the UTF-16 that a text without a mark is in: mostly ASCII, every other byte a zero."""
    sample = data[:SAMPLE]
    pairs = len(sample) // 2
    if not pairs or b"\0" not in sample:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * pairs and odd < 0.05 * pairs else ""


def _known(declared: str) -> str:
    """Give the codec of a declared encoding; ISO 8859-1 means Windows-1252, as on the web."""
    try:
        name = codecs.lookup(declared.strip()).name if declared.strip() else ""
    except (LookupError, ValueError):
        return ""
    if name in {"iso8859-1", "ascii"}:
        return "cp1252"
    return name if name.replace("-", "_") in {*LEGACY, "iso2022_jp"} else ""


def _guess(data: bytes) -> str:
    """Choose among the older encodings."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only old files need it

    first = next((place.start() for place in HIGH_BYTES.finditer(data)), 0)
    sample = data[max(0, first - 200) : first + SAMPLE]
    western = sample.decode("cp1252", "replace")
    best = from_bytes(sample, cp_isolation=list(LEGACY)).best()
    choice = best.encoding if best is not None else "cp1252"
    central = choice in {"cp1250", "cp1254", "cp1257", "cp1258", "iso8859_2", "iso8859_9"}
    if choice == "cp1252" or best is None or ((central or len(sample) < 400) and _wordly(western)):
        return "cp1252"
    return choice


def _wordly(text: str) -> bool:
    """Tell whether a text read as Windows-1252 looks like words of a Western language.

    No sign stands inside a word, no three accented letters follow one another, and the
    letters that only Central Europe's encodings explain are absent.
    """
    for before, here, after in zip(text, text[1:], text[2:], strict=False):
        if here.isascii():
            continue
        sign = not here.isalpha() and here not in "’‘–—\u00ad·"
        if sign and before.isalpha() and after.isalpha():
            return False
        if here in "¹³¿¾¼ðþìø" and before.islower() and after.isalpha():
            return False
        if all(letter.isalpha() and not letter.isascii() for letter in (before, here, after)):
            return False
    return True


def _lenient(data: bytes, codec: str, name: str, notes: tuple[str, ...] = ()) -> Decoded:
    """Decode, and replace what does not fit."""
    strict = "surrogatepass" if "utf" in codec else "strict"
    try:
        return Decoded(data.decode(codec, strict), name, notes)
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
    return Decoded(text, name, (*notes, "bytes that do not fit were replaced by U+FFFD"))
