"""What of a model's answer becomes a statement? What stands in the passage, and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracktwo.actors.actor import Actor
from tracktwo.documents.document import Document, Span
from tracktwo.reading.llm.people import People
from tracktwo.reading.llm.quoting import Quotable
from tracktwo.reading.llm.said import Said
from tracktwo.reading.llm.tally import Tally
from tracktwo.reading.statement import Speaker, Statement, statement_id


@dataclass(frozen=True, slots=True)
class Hearing:
    """One passage that was asked about, by which reader, and whose turn it is."""

    document: Document
    passage: Quotable
    reader: str
    turn_of: Actor | None = None


@dataclass(frozen=True, slots=True)
class _Voice:
    """Whose statement it is: the actors between the author and the speaker, and the speaker."""

    reporters: tuple[Actor, ...]
    speaker: Actor | None
    mention: Span | None = None


def taken(
    said: Iterable[Said], hearing: Hearing, people: People, tally: Tally
) -> tuple[Statement, ...]:
    """Take the statements of one answer that can be held to the text, in the answer's order.

    Each string that does not stand in the passage is counted; where it is of the content, of the
    speaker or of a reporter, the statement is refused with it, since it would be somebody else's
    or nobody's.
    """
    used: set[Span] = set()
    kept = []
    for each in said:
        statement = _statement(each, hearing, people, tally, frozenset(used))
        if statement is None:
            tally.no_statement += 1
        else:
            used |= set(statement.content)
            kept.append(statement)
    return tuple(kept)


def _statement(
    said: Said, hearing: Hearing, people: People, tally: Tally, used: frozenset[Span]
) -> Statement | None:
    found = [_place(words, hearing, tally, used) for words in said.content]
    content = _in_order(
        _without_stop(span, hearing.document.text) for span in found if span is not None
    )
    if not content or len(content) < len(found):
        return None
    voice = _voice(said, hearing, people, tally)
    if voice is None:
        return None
    document, speaker = hearing.document, voice.speaker
    to = [people.actor(name) for name in said.addressees if _known(name, hearing, people, tally)]
    return Statement(
        id=statement_id(document.sha256, content),
        document=document.sha256,
        content=content,
        quote=document.text[content[0].start : content[-1].end],
        speaker=Speaker(speaker.id, speaker.name, voice.mention) if speaker else None,
        chain=_chain(voice, hearing),
        act=said.act,
        reporting=said.reporting,
        cue=_maybe(said.cue, hearing, tally),
        addressees=tuple(actor.name for actor in to),
        addressee_ids=tuple(actor.id for actor in to),
        firmness=said.firmness,
        firmness_cue=_maybe(said.firmness_words, hearing, tally),
        condition=_maybe(said.condition, hearing, tally),
        negated=said.negated,
        core=said.core,
        reader=hearing.reader,
    )


def _place(
    words: str, hearing: Hearing, tally: Tally, used: frozenset[Span] = frozenset()
) -> Span | None:
    place = hearing.passage.place(words, used)
    tally.not_quoted += place is None
    return place


def _maybe(words: str | None, hearing: Hearing, tally: Tally) -> Span | None:
    return None if words is None else _place(words, hearing, tally)


def _without_stop(span: Span, text: str) -> Span:
    """Leave out a final stop or separator, which is the sentence's and not the statement's."""
    end = span.end
    while end > span.start + 1 and text[end - 1] in ".;,:":
        end -= 1
    return Span(span.start, end)


def _in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Put the pieces of a content in order of place; pieces that meet become one."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)


def _voice(said: Said, hearing: Hearing, people: People, tally: Tally) -> _Voice | None:
    """Give whose statement it is; None where the answer names somebody who is not there."""
    known = [_known(name, hearing, people, tally) for name in said.reported_by]  # counts each
    if not all(known):
        return None
    reporters = tuple(people.actor(name) for name in said.reported_by)
    if said.speaker is None and said.speaker_name is None:
        return _Voice(reporters, hearing.turn_of)
    mention = _maybe(said.speaker, hearing, tally)
    name = said.speaker_name or said.speaker or ""
    if (said.speaker is not None and mention is None) or not _known(name, hearing, people, tally):
        return None
    return _Voice(reporters, people.actor(name), mention)


def _known(name: str, hearing: Hearing, people: People, tally: Tally) -> bool:
    """Tell whether a name stands in the passage, or came up before in the document."""
    known = name in people.names() or hearing.passage.place(name) is not None
    tally.not_quoted += not known
    return known


def _chain(voice: _Voice, hearing: Hearing) -> tuple[str, ...]:
    document = hearing.document
    links = [hearing.turn_of, *voice.reporters, voice.speaker]
    names = [document.author or document.publisher or "author"]
    names += [actor.name for actor in links if actor is not None]
    return tuple(name for at, name in enumerate(names) if not at or names[at - 1] != name)
