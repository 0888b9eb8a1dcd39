"""Who is a party, and for whom does each speaker speak?"""

from dataclasses import replace
from types import ModuleType

from tracktwo.actors.actor import Actor, Role
from tracktwo.brief.ground import lay
from tracktwo.brief.sides import root
from tracktwo.casemodel.case import Party


def test_without_a_case_parties_are_those_who_act_or_are_asked(world: ModuleType) -> None:
    sides = lay(world.article()).sides
    assert [side.name for side in sides.parties] == ["Darsa", "Velm"]
    assert not sides.from_case


def test_interview_speakers_and_unnamed_groups_are_no_parties(world: ModuleType) -> None:
    sides = lay(world.article()).sides
    assert sides.of_actor("lena-ostrow", "Lena Ostrow") is None
    assert sides.of_actor("observers", "Observers") is None


def test_a_minister_speaks_for_the_state_in_the_years_of_office() -> None:
    actors = {
        "anna": Actor(
            "anna",
            "Anna",
            "person",
            roles=(
                Role("envoy", "darsa", "2010", "2015"),
                Role("minister", "velm", "2020-05"),
            ),
        )
    }
    assert root("anna", actors, "2012") == "darsa"
    assert root("anna", actors, "2015-06") == "darsa"
    assert root("anna", actors, "2021") == "velm"
    assert root("anna", actors, "") == "velm"
    assert root("anna", actors, "2018") == "velm"  # no role fits: the last one counts


def test_actors_that_speak_for_one_another_end_somewhere() -> None:
    ring = {
        "a": Actor("a", "A", "government", speaks_for="b"),
        "b": Actor("b", "B", "government", speaks_for="a"),
    }
    assert root("a", ring, "") in ring


def test_a_body_that_no_reading_names_gets_its_name_from_its_id(world: ModuleType) -> None:
    material = world.article()
    reading = material.readings[0]
    moved = tuple(
        Actor("darsa", "Darsa", "government", speaks_for="united-isles")
        if actor.id == "darsa"
        else actor
        for actor in reading.actors
    )
    sides = lay(replace(material, readings=(replace(reading, actors=moved),))).sides
    assert sides.parties[0].name == "United Isles"


def test_a_case_names_the_parties_and_their_speakers(world: ModuleType) -> None:
    material = world.with_case()
    parties = (*material.case.parties, Party("hydro", "Hydrologists", ("Lena Ostrow",)))
    case = replace(material.case, parties=parties)
    sides = lay(replace(material, case=case, settlement=None)).sides
    assert [side.name for side in sides.parties] == ["Darsa", "Velm", "Hydrologists"]
    found = sides.of_actor("lena-ostrow", "Lena Ostrow")
    assert found is not None
    assert found.id == "hydro"
