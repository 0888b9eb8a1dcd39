"""Which sentences break the law of the brief, and does a strict build refuse them?"""

from dataclasses import replace
from types import ModuleType

import pytest

from tracktwo.brief.blocks import Block, Cell, Column, Row, Section, Sentences, Table
from tracktwo.brief.brief import Brief
from tracktwo.brief.compose import compose
from tracktwo.brief.law import breaches, flaws
from tracktwo.brief.sentence import Quoted, Sentence
from tracktwo.errors import BriefError


def with_block(brief: Brief, block: Block) -> Brief:
    return replace(brief, sections=(Section("one", "One", (block,)),))


def flaws_of(brief: Brief, *sentences: Sentence) -> list[str]:
    return [each.flaw for each in breaches(with_block(brief, Sentences(sentences)))]


@pytest.fixture
def brief(world: ModuleType) -> Brief:
    return compose(world.with_case())


def test_a_fact_needs_a_statement_that_a_person_accepted(brief: Brief) -> None:
    assert flaws_of(brief, Sentence("fact", ("It is so.",), (2,))) == []
    assert flaws_of(brief, Sentence("fact", ("It is so.",), (3,))) == ["basis not yet accepted"]
    assert flaws_of(brief, Sentence("fact", ("It is so.",))) == ["basis not yet accepted"]


def test_an_acceptance_by_a_program_makes_no_fact(world: ModuleType) -> None:
    material = world.with_case()
    standing = {key: replace(d, machine=True) for key, d in material.standing.items()}
    brief = compose(replace(material, standing=standing))
    assert flaws(Sentence("fact", ("So.",), (2,)), brief.citations) == ("basis not yet accepted",)


def test_a_claim_names_its_speaker_and_rests_on_a_quotation(brief: Brief) -> None:
    assert flaws_of(brief, Sentence("claim", ("Darsa spoke.",), (2,), speaker="Darsa")) == []
    assert flaws_of(brief, Sentence("claim", ("Darsa spoke.",), speaker="Darsa")) == ["no evidence"]
    assert flaws_of(brief, Sentence("claim", ("It spoke.",), (2,), speaker="Darsa")) == [
        "speaker not named"
    ]
    assert flaws_of(brief, Sentence("claim", ("It spoke.",), (2,))) == ["no speaker"]


def test_an_assumption_says_who_set_it(brief: Brief) -> None:
    assert flaws_of(brief, Sentence("assumption", ("Say so.",), by="me")) == []
    assert flaws_of(brief, Sentence("assumption", ("Say so.",))) == ["nobody set it"]


def test_a_judgement_lists_its_basis_and_is_signed(brief: Brief) -> None:
    assert flaws_of(brief, Sentence("judgement", ("So.",), (2,), by="me")) == []
    assert flaws_of(brief, Sentence("judgement", ("So.",), by="me", basis="a count")) == []
    assert flaws_of(brief, Sentence("judgement", ("So.",))) == ["not signed", "no basis"]


def test_a_forecast_has_a_date_on_which_it_is_settled(brief: Brief) -> None:
    sound = Sentence("forecast", ("So.",), by="me", resolves_on="2024-12-31")
    assert flaws_of(brief, sound) == []
    assert flaws_of(brief, replace(sound, resolves_on="")) == ["no date on which it is settled"]


def test_words_in_quotation_marks_are_the_sources_own(brief: Brief) -> None:
    said = Sentence("claim", ("Darsa: ", Quoted(("A halt to", "dam"))), (2,), speaker="Darsa")
    assert flaws_of(brief, said) == []
    invented = replace(said, parts=("Darsa: ", Quoted(("A war",))))
    assert flaws_of(brief, invented) == ["quotes words that its evidence does not hold: 'A war'"]


def test_a_number_without_a_row_in_the_annex_is_a_breach(brief: Brief) -> None:
    assert flaws_of(brief, Sentence("fact", ("So.",), (99,))) == ["evidence 99 does not exist"]


def test_a_row_of_claims_has_evidence_unless_it_reports_silence(brief: Brief) -> None:
    columns = (Column("Who"), Column("What"))
    bare = Row((Cell(("Darsa",)), Cell(("much",))))
    table = Table("t", "T", "", columns, (bare,), kind="claim")
    assert [each.flaw for each in breaches(with_block(brief, table))] == ["no evidence"]
    silent = replace(table, rows=(replace(bare, silent=True),))
    assert breaches(with_block(brief, silent)) == ()


def test_strict_lists_every_breach_at_once_and_builds_nothing(world: ModuleType) -> None:
    material = world.with_case()
    unsigned = tuple(replace(j, basis=(), by="") for j in material.case.judgements)
    undated = tuple(replace(f, resolves_on="") for f in material.case.forecasts)
    broken = replace(material, case=replace(material.case, judgements=unsigned, forecasts=undated))
    with pytest.raises(BriefError) as refused:
        compose(broken, strict=True)
    said = str(refused.value)
    assert said.startswith("6 to mend")
    assert "section 2, Key judgements: no basis: The dam decides." in said
    assert "section 5, Demands and red lines: no basis: The gauge is the smaller matter." in said
    assert said.count("no date on which it is settled") == 2
    assert compose(broken).title == material.case.title


def test_a_drafted_brief_keeps_the_law(world: ModuleType) -> None:
    for material in (world.article(), world.with_case(), world.with_case(zone=False)):
        assert breaches(compose(material)) == ()
