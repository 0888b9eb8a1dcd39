"""Is a told statement a sentence: speaker named, words quoted, our verb neutral?"""

from types import ModuleType

import pytest

from tracktwo.brief.compose import compose
from tracktwo.brief.law import flaws
from tracktwo.brief.material import Material
from tracktwo.brief.sentence import plain
from tracktwo.brief.telling import told
from tracktwo.reading.reading import Reading

TO_VELM: dict[str, object] = {"addressees": ("Velm",), "addressee_ids": ("velm",)}
US: dict[str, object] = {"addressees": ("United States",), "addressee_ids": ("united-states",)}
ACTS = {
    "demand": "Darsa asked for “the gauge”.",
    "propose": "Darsa proposed “the gauge”.",
    "accept": "Darsa accepted “the gauge”.",
    "reject": "Darsa rejected “the gauge”.",
    "threaten": "Darsa warned of “the gauge”.",
    "promise": "Darsa pledged “the gauge”.",
    "accuse": "Darsa made this charge: “the gauge”.",
    "deny": "Darsa denied “the gauge”.",
    "claim": "Darsa spoke of “the gauge”.",
}


def tell(world: ModuleType, text: str, words: str, act: object = "claim", **fields: object) -> str:
    """Read one statement in a text of its own, and tell it; its flaws are none."""
    document = world.document(text)
    found = world.statement(document, words, act, **fields)
    reading = Reading(document.sha256, "rules", (found,), actors=world.ACTORS)
    brief = compose(Material((document,), (reading,)))
    sentence = told(brief.citations[0])
    assert flaws(sentence, brief.citations) == ()
    return plain(sentence.parts)


@pytest.mark.parametrize(("act", "sentence"), ACTS.items())
def test_each_act_has_one_verb_for_whoever_it_is(
    world: ModuleType, act: str, sentence: str
) -> None:
    noun: dict[str, object] = {"reporting": "nominal"}
    assert tell(world, "It was the gauge.", "the gauge", act, by="darsa", **noun) == sentence
    velm = tell(world, "It was the gauge.", "the gauge", act, by="velm", **noun)
    assert velm == sentence.replace("Darsa", "Velm")


@pytest.mark.parametrize("act", ACTS)
def test_an_act_that_did_not_happen_is_told_as_not_done(world: ModuleType, act: str) -> None:
    said = tell(world, "It was the gauge.", "the gauge", act, by="darsa", negated=True)
    assert said.startswith("Darsa did not ")


def test_a_not_in_the_words_is_not_said_twice(world: ModuleType) -> None:
    said = tell(world, "It does not accept it.", "does not accept it", "accept", by="darsa",
                negated=True)  # fmt: skip
    assert said == "Darsa: “does not accept it”."


def test_of_whom_it_is_demanded_stands_with_the_verb(world: ModuleType) -> None:
    ask: dict[str, object] = {"by": "darsa", "act": "demand"}
    assert (
        tell(world, "It: a halt.", "a halt", **ask, **TO_VELM) == "Darsa asked Velm for “a halt”."
    )
    assert tell(world, "It: to stop.", "to stop", **ask, **TO_VELM) == "Darsa asked Velm “to stop”."
    assert tell(world, "It: Halt now.", "Halt now", **ask, **US) == (
        "Darsa made this demand of the United States: “Halt now”."
    )


def test_the_sources_own_verb_is_kept_where_name_verb_and_words_stand_in_a_run(
    world: ModuleType,
) -> None:
    text = "In May Darsa has long claimed that the dam leaks. So it goes."
    said = tell(
        world,
        text,
        "the dam leaks",
        by="darsa",
        mention=world.span(text, "Darsa"),
        cue=world.span(text, "claimed"),
        sentence=world.span(text, "In May Darsa has long claimed that the dam leaks."),
    )
    assert said == "Darsa “has long claimed that the dam leaks”."


def test_words_between_name_and_verb_break_the_run(world: ModuleType) -> None:
    text = "Darsa, asked by Velm, claimed that the dam leaks."
    said = tell(
        world,
        text,
        "the dam leaks",
        by="darsa",
        mention=world.span(text, "Darsa"),
        cue=world.span(text, "claimed"),
    )
    assert said == "Darsa: “the dam leaks”."


def test_a_retelling_names_who_retells(world: ModuleType) -> None:
    said = tell(
        world, "It was a halt.", "a halt", "demand", by="darsa", via=("Lena Ostrow",), **TO_VELM
    )
    assert said == "Darsa, as retold by Lena Ostrow, asked Velm for “a halt”."


@pytest.mark.parametrize(
    ("date", "begins"),
    [
        ("2021-12", "In December 2021 Darsa"),
        ("2022-02-24", "On 24 February 2022 Darsa"),
        ("2008/2022", "Between 2008 and 2022 Darsa"),
        ("2025-01/2025-03", "In early 2025 Darsa"),
        ("", "Darsa"),
    ],
)
def test_a_date_is_written_out_and_comes_first(world: ModuleType, date: str, begins: str) -> None:
    assert tell(world, "It: a halt.", "a halt", "demand", by="darsa", date=date).startswith(begins)


def test_a_condition_is_told_with_the_words_that_set_it(world: ModuleType) -> None:
    text = "Talks open if the filling stops."
    condition = world.span(text, "if the filling stops")
    said = tell(
        world, text, "Talks open", "propose", by="velm", condition=condition,
        sentence=world.span(text, text),
    )  # fmt: skip
    assert said == "Velm proposed: “Talks open”, on this condition: “if the filling stops”."


def test_quotation_marks_are_not_doubled_and_a_full_stop_is_not_repeated(
    world: ModuleType,
) -> None:
    assert tell(world, "It: “We will wait.” So.", "“We will wait.”", by="velm") == (
        "Velm said: “We will wait.”"
    )
    assert tell(world, "It is “a wall,” he said.", "is “a wall,”", by="velm") == (
        "Velm said: ‘is “a wall,”’."
    )


def test_the_authors_own_words_are_told_as_the_authors(world: ModuleType) -> None:
    assert tell(world, "The river is low.", "The river is low") == (
        "The author wrote: “The river is low”."
    )


def test_long_words_are_cut_at_a_space_and_the_cut_is_shown(world: ModuleType) -> None:
    words = "The " + "very " * 100 + "end"
    said = tell(world, words + ".", words)
    assert said.endswith("very …”.")
    assert len(said) < 400
