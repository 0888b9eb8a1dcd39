"""How much is too much? The sizes at which a file is refused."""

from typing import Final

MAX_BYTES: Final = 100_000_000
"""A file of this many bytes or more is refused, from its size, before it is read."""

MAX_UNPACKED: Final = 100_000_000
"""A DOCX may unpack to this many bytes, and a PDF hold this many characters."""

MAX_RATIO: Final = 200
"""A DOCX part may unpack to this many times its packed size, once it is over `RATIO_FLOOR`."""

RATIO_FLOOR: Final = 1_000_000
"""Parts that unpack to fewer bytes are harmless, however well they were packed."""

MAX_PARTS: Final = 5_000
"""A DOCX may hold this many parts."""

MAX_PAGES: Final = 2_000
"""A PDF may hold this many pages."""

FETCH_SECONDS: Final = 30.0
"""An address may take this long to send all that it has."""
