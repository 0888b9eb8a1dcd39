"""How often, and how long apart, is a question put again?"""

from collections.abc import Callable
from typing import Final, TypeVar

from tracktwo.errors import AnswerError

TRIES: Final = 4
FIRST_WAIT: Final = 1.0
LONGEST_WAIT: Final = 60.0

T = TypeVar("T")


def patiently(once: Callable[[], T], pause: Callable[[float], None]) -> T:
    """Do something that may fail, and do it again after a while: `TRIES` times at most.

    The wait doubles from `FIRST_WAIT` seconds, unless the error says how long to wait. What asks
    for more than `LONGEST_WAIT` is not waited for.

    Raises
    ------
    AnswerError
        The last one.
    """
    wait = FIRST_WAIT
    for _ in range(TRIES - 1):
        try:
            return once()
        except AnswerError as error:
            asked = wait if error.wait is None else error.wait
            if asked > LONGEST_WAIT:
                raise
        pause(asked)
        wait *= 2
    return once()
