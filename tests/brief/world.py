"""A small made-up quarrel about a river, read by hand: material for the tests of the brief."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from lxml import html

from tracktwo.actors.actor import Actor, Role
from tracktwo.analyses.settlement.settle import settle
from tracktwo.brief.material import Made, Material
from tracktwo.casemodel.case import (
    Acceptance,
    Assumption,
    Case,
    Forecast,
    Issue,
    Judgement,
    Option,
    Party,
    Position,
    Scenario,
)
from tracktwo.casemodel.estimate import Estimate
from tracktwo.casemodel.evidence import Evidence
from tracktwo.documents.document import Document, Original, Span, text_hash
from tracktwo.reading.decision import Decision
from tracktwo.reading.grade import Grade
from tracktwo.reading.reading import (
    Counter,
    Demand,
    Event,
    Question,
    Reading,
    Repeat,
    Room,
    Turn,
)
from tracktwo.reading.reading import Scenario as Outlook
from tracktwo.reading.statement import Speaker, Statement, statement_id

TEXT = """The quarrel over the Arn
In March 2024 Darsa put a list of demands to Velm. These demands included:
- A halt to the filling of the upper dam.
- A joint gauge on the river, the canal, and the delta.
In April 2024 Velm rejected these demands. Velm has offered a summer of talks without conditions.
Darsa claims that the dam was begun in secret. However, the commission holds a notice of 2019.
Observers suggest that Darsa’s aim is control of the canal.
Interviewer: Is there any room for compromise?
Lena Ostrow: There may be room for agreement on flood warnings. Darsa wants \
a joint gauge on the river and the canal. If the drought goes on, an open conflict is likely.
Interviewer: Who pays for the gauge?
Lena Ostrow: That has not been said.
"""
ACTORS = (
    Actor("darsa", "Darsa", "state"),
    Actor("velm", "Velm", "state"),
    Actor("oren-pahl", "Oren Pahl", "person", roles=(Role("foreign minister", "velm", "2020"),)),
    Actor("lena-ostrow", "Lena Ostrow", "person", roles=(Role("hydrologist"),)),
    Actor("observers", "Observers", "group"),
)


def parsed(page: str) -> html.HtmlElement:
    """Parse a page."""
    return html.document_fromstring(page)


def pieces(fragments: str) -> list[html.HtmlElement]:
    """Parse elements that stand one after another."""
    return list(html.fragment_fromstring(fragments, create_parent="div"))


def span(text: str, words: str, after: str = "") -> Span:
    """Give where words stand in a text, the first time after some other words."""
    start = text.index(words, text.index(after) if after else 0)
    return Span(start, start + len(words))


def document(text: str = TEXT, name: str = "arn.txt", title: str = "") -> Document:
    """Give a document of a text, with its hash."""
    original = Original(text_hash(text), "text/plain", text)
    return Document(name, text, text_hash(text), original, title=title)


def statement(doc: Document, words: str, act: str = "claim", **fields: object) -> Statement:
    """Give a statement of some words of a document; `after` and `by` find and voice them."""
    place = span(doc.text, words, str(fields.pop("after", "")))
    by = fields.pop("by", None)
    named = {actor.id: actor.name for actor in ACTORS}
    speaker = Speaker(str(by), named.get(str(by), str(by))) if by else None
    if speaker and isinstance(mention := fields.pop("mention", None), Span):
        speaker = replace(speaker, mention=mention)
    via = fields.pop("via", ())
    chain = ("author", *via, *((speaker.name,) if speaker else ()))  # type: ignore[misc] # names
    given: dict[str, object] = {"reporting": "indirect" if by else "narrative"} | fields
    return Statement(
        statement_id(doc.sha256, (place,)),
        doc.sha256,
        (place,),
        doc.quote(place),
        speaker,
        chain,
        act,  # type: ignore[arg-type] # the tests write acts as plain words
        **given,  # type: ignore[arg-type] # fields of a statement, by name
    )


def reading(doc: Document) -> Reading:
    """Read the quarrel by hand."""
    text = doc.text
    to_velm = {"addressees": ("Velm",), "addressee_ids": ("velm",)}
    listed = {"reporting": "list_item", "date": "2024-03", "by": "darsa", **to_velm}
    lead = statement(doc, "a list of demands to Velm", "demand", by="darsa", date="2024-03")
    dam = statement(doc, "A halt to the filling of the upper dam", "demand", demand="d1", **listed)
    gauge = statement(
        doc, "A joint gauge on the river, the canal, and the delta", "demand", demand="d2", **listed
    )
    no = statement(
        doc,
        "these demands",
        "reject",
        after="In April",
        by="velm",
        mention=span(text, "Velm", "In April"),
        cue=span(text, "rejected"),
        date="2024-04",
        sentence=span(text, "In April 2024 Velm rejected these demands."),
    )
    talks = statement(
        doc,
        "a summer of talks without conditions",
        "propose",
        by="velm",
        mention=span(text, "Velm", "these demands. Velm"),
        cue=span(text, "offered"),
        sentence=span(text, "Velm has offered a summer of talks without conditions."),
    )
    secret = statement(
        doc,
        "the dam was begun in secret",
        by="darsa",
        mention=span(text, "Darsa", "Darsa claims"),
        cue=span(text, "claims"),
        sentence=span(text, "Darsa claims that the dam was begun in secret."),
    )
    notice = statement(doc, "the commission holds a notice of 2019", date="2019")
    aim = statement(doc, "Darsa’s aim is control of the canal", by="observers")
    floods = statement(
        doc,
        "There may be room for agreement on flood warnings",
        "propose",
        by="lena-ostrow",
        reporting="turn",
        firmness="tentative",
        firmness_cue=span(text, "may be"),
    )
    again = statement(
        doc,
        "a joint gauge on the river and the canal",
        "demand",
        by="darsa",
        via=("Lena Ostrow",),
        demand="d2",
        **to_velm,
    )
    drought = statement(
        doc,
        "If the drought goes on, an open conflict is likely",
        by="lena-ostrow",
        reporting="turn",
        subtype="conditional_forecast",
    )
    unsaid = statement(doc, "That has not been said", by="lena-ostrow", reporting="turn")
    turns = tuple(
        Turn(who, who.casefold(), span(text, said, "Interviewer:"))
        for who, said in (
            ("Interviewer", "Is there any room for compromise?"),
            ("Lena Ostrow", text[text.index("There may") : text.index("\nInterviewer: Who")]),
        )
    )
    return Reading(
        doc.sha256,
        "rules",
        (lead, dam, gauge, no, talks, secret, notice, aim, floods, again, drought, unsaid),
        turns,
        (
            Demand("d1", "darsa", ("velm",), (dam.id,), "set"),
            Demand(
                "d2",
                "darsa",
                ("velm",),
                (gauge.id, again.id),
                "set",
                (Repeat(again.id, dropped=("and the delta",)),),
            ),
        ),
        (Counter(secret.id, notice.id, span(text, "However")),),
        (
            Outlook(
                span(text, "If the drought goes on"),
                (span(text, "an open conflict is likely"),),
                (span(text, "likely"),),
                "Lena Ostrow",
                drought.id,
            ),
        ),
        (Room(span(text, "flood warnings"), "Lena Ostrow", (), floods.id),),
        (
            Question(span(text, "Is there any room for compromise?"), "Interviewer", (floods.id,)),
            Question(span(text, "Who pays for the gauge?"), "Interviewer", (unsaid.id,)),
        ),
        (Event(span(text, "a notice of 2019"), "2019"),),
        ACTORS,
        ("a note of the reader",),
    )


def article(text: str = TEXT) -> Material:
    """One article, and no case."""
    doc = document(text, title="The quarrel over the Arn")
    return Material((doc,), (reading(doc),), made=Made("0.1.0", "tracktwo brief arn.txt"))


def accepted(statement_: str) -> Decision:
    """Accept a statement as a person does."""
    return Decision(statement_, "accept", "a reviewer", "2024-06-01T10:00:00Z", note="compared")


def with_case(*, zone: bool = True) -> Material:
    """Give the article with a case; without a `zone` the red lines exclude each other."""
    material = article()
    made = case(zone=zone)
    sha = material.documents[0].sha256
    first = material.readings[0].statements[1].id
    return replace(
        material,
        case=made,
        settlement=settle(made),
        standing={first: accepted(first)},
        grades={sha: Grade("B", "3", "a reviewer", "a local paper")},
        questions=("What does Darsa demand?", "Who owns the moon?"),
        made=Made("0.1.0", "tracktwo brief arn", "2024-06-01"),
    )


def case(text: str = TEXT, *, zone: bool = True) -> Case:
    """Give a case with two parties, two issues, and what people judged."""
    says = Evidence(source="arn.txt", words="A halt to the filling of the upper dam")
    denies = Evidence(source="arn.txt", words="rejected these demands")
    return Case(
        "arn",
        "Darsa, Velm and the Arn",
        "2024-06-01",
        "Is there room for an agreement?",
        "ab" * 32,
        (
            Party("darsa", "Darsa", (), estimate("10", "20", "30")),
            Party("velm", "Velm", ("Oren Pahl",), estimate("10", "20", "30")),
        ),
        (
            Issue("dam", "The dam", (Option("halt", "filling halts"), Option("slow", "slowly"),
                                     Option("fill", "as planned"))),
            Issue("gauge", "The gauge", (Option("joint", "joint"), Option("none", "none"))),
        ),
        (
            position("darsa", "dam", ("100", "60", "0"), ("fill",) if zone else ("slow", "fill"),
                     says),
            position("darsa", "gauge", ("100", "0"), ()),
            position("velm", "dam", ("0", "70", "100"), ("halt",), denies),
        ),
        acceptance=Acceptance(("darsa", "velm")),
        actors=ACTORS[2:],
        judgements=(
            Judgement("The dam decides", "an analyst", "2024-06-01", "moderate", (says, denies),
                      "a signed schedule"),
            Judgement("The gauge is the smaller matter", "an analyst", "2024-06-01", "low",
                      (says,), section="demands"),
        ),
        assumptions=(Assumption("The list is complete", "an analyst", (says,)),),
        scenarios=(
            Scenario("A dry summer", "The river falls", estimate("0.2", "0.3", "0.45"),
                     "an analyst", (says,)),
        ),
        forecasts=(
            Forecast("Will talks open by 31 December 2024?", estimate("0.5", "0.6", "0.7"),
                     "an analyst", "2024-06-01", "2024-12-31", "Yes if both sides say so.", "",
                     (denies,)),
        ),
        questions=("Who rejected the demands?",),
    )  # fmt: skip


def position(
    party: str, issue: str, points: tuple[str, ...], refuses: tuple[str, ...], *evidence: Evidence
) -> Position:
    """Give a position with half the weight, its points in the order of the options."""
    options = {"dam": ("halt", "slow", "fill"), "gauge": ("joint", "none")}[issue]
    worth = tuple(zip(options, map(Decimal, points), strict=True))
    return Position(party, issue, estimate("40", "50", "60"), worth, refuses, evidence, "analyst")


def estimate(low: str, best: str, high: str) -> Estimate:
    """Give an estimate from decimal strings."""
    return Estimate(Decimal(low), Decimal(best), Decimal(high))


def renamed(material: Material, names: Mapping[str, str]) -> Material:
    """Rename throughout; names of one length keep every offset."""
    text = exchanged(material.documents[0].text, names)
    doc = replace(material.documents[0], text=text, sha256=text_hash(text),
                  title=exchanged(material.documents[0].title, names))  # fmt: skip
    old = material.readings[0]
    ids = {each.id: statement_id(doc.sha256, each.content) for each in old.statements}
    statements = tuple(
        replace(
            each,
            id=ids[each.id],
            document=doc.sha256,
            quote=doc.quote(each.hull),
            speaker=each.speaker
            and replace(each.speaker, name=exchanged(each.speaker.name, names)),
            chain=tuple(exchanged(name, names) for name in each.chain),
            addressees=tuple(exchanged(name, names) for name in each.addressees),
        )
        for each in old.statements
    )
    return replace(
        material,
        documents=(doc,),
        readings=(_renamed_reading(old, doc, statements, ids, names),),
        standing={ids[key]: replace(d, statement=ids[key]) for key, d in material.standing.items()},
        grades=dict.fromkeys((doc.sha256,), *material.grades.values()) if material.grades else {},
        questions=tuple(exchanged(question, names) for question in material.questions),
    )


def _renamed_reading(
    old: Reading,
    doc: Document,
    statements: tuple[Statement, ...],
    ids: Mapping[str, str],
    names: Mapping[str, str],
) -> Reading:
    return replace(
        old,
        document=doc.sha256,
        statements=statements,
        demands=tuple(
            replace(
                demand,
                statements=tuple(ids[each] for each in demand.statements),
                repeats=tuple(replace(r, statement=ids[r.statement]) for r in demand.repeats),
            )
            for demand in old.demands
        ),
        counters=tuple(
            replace(c, claim=ids[c.claim], counter=ids[c.counter]) for c in old.counters
        ),
        scenarios=tuple(
            replace(s, statement=ids[s.statement], by=exchanged(s.by, names)) for s in old.scenarios
        ),
        room=tuple(
            replace(r, statement=ids[r.statement], by=exchanged(r.by, names)) for r in old.room
        ),
        questions=tuple(
            replace(q, answers=tuple(ids[a] for a in q.answers)) for q in old.questions
        ),
        actors=tuple(replace(a, name=exchanged(a.name, names)) for a in old.actors),
    )


def exchanged(text: str, names: Mapping[str, str]) -> str:
    """Exchange names in a text, all at once."""
    for at, name in enumerate(names):
        text = text.replace(name, f"\x01{at}\x01")
    for at, name in enumerate(names.values()):
        text = text.replace(f"\x01{at}\x01", name)
    return text
