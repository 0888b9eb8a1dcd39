"""Which statements does an independent document report too?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from tracktwo.documents.document import Document
from tracktwo.reading.independence import independent, origin, own_ways, runs
from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Statement
from tracktwo.reading.substance import asked, same_words

Pair = tuple[str, str]


def corroborated(
    documents: Sequence[Document], readings: Sequence[Reading]
) -> dict[Pair, tuple[str, ...]]:
    """Find the statements that an independent document reports too.

    Two statements are the same report when the same speaker does the same act, both denied or
    neither, in words that are mostly the same (`same_demand`), each document had it on a way of
    its own (`own_ways`), and the documents are `independent`. Only statements that are
    attributed to somebody are compared. It says that a thing was said, not that it is true.

    Returns
    -------
    mapping of (document, statement) to tuple of str
        For each statement that has any, the hashes of the documents that report it too, in the
        order of `documents`.

    Notes
    -----
    Each pair of documents is held against each other once; statements only against those of the
    same speaker and act.
    """
    order = {document.sha256: at for at, document in enumerate(documents)}
    attributed = {each.document: _attributed(each) for each in readings}
    remembered = cache(runs)
    found: dict[Pair, set[str]] = defaultdict(set)
    for one, other in combinations({d.sha256: d for d in documents}.values(), 2):
        if independent(one, other, remembered):
            origins = origin(one), origin(other)
            here, there = attributed.get(one.sha256, {}), attributed.get(other.sha256, {})
            for mine, theirs in _same(here, there, origins):
                found[one.sha256, mine.id].add(other.sha256)
                found[other.sha256, theirs.id].add(one.sha256)
    return {pair: tuple(sorted(hashes, key=order.__getitem__)) for pair, hashes in found.items()}


Bucket = tuple[str, str, bool]
Listed = Mapping[Bucket, Sequence[tuple[Statement, frozenset[str]]]]


def _attributed(reading: Reading) -> Listed:
    """List a reading's attributed statements with their words, by speaker, act and negation."""
    listed: dict[Bucket, list[tuple[Statement, frozenset[str]]]] = defaultdict(list)
    for each in reading.statements:
        if each.core and each.speaker is not None:
            bucket = each.speaker.actor, each.act, each.negated
            listed[bucket].append((each, asked(each.quote).core))
    return listed


def _same(
    here: Listed, there: Listed, origins: tuple[str, str]
) -> Iterator[tuple[Statement, Statement]]:
    for bucket in here.keys() & there.keys():
        for mine, words in here[bucket]:
            for theirs, others in there[bucket]:
                if same_words(words, others) and own_ways(mine, theirs, origins):
                    yield mine, theirs
