"""The cast: which names stand in a text, whose they are, and for whom their bearers speak."""

from collections.abc import Callable

import pytest

from tracktwo.actors.actor import Actor, Role
from tracktwo.actors.registry import Registry
from tracktwo.reading.cast import Cast, Mention
from tracktwo.reading.demonyms import Demonyms
from tracktwo.reading.offices import is_office, names_office
from tracktwo.reading.reading import Reading
from tracktwo.reading.roster import family_keys
from tracktwo.reading.scene import Scene

Read = Callable[..., Reading]
Scenes = Callable[[str], list[Scene]]


@pytest.fixture
def named(scenes: Scenes) -> Callable[[str], Cast]:
    def cast(text: str) -> Cast:
        return scenes(text)[0].speakers.cast

    return cast


Named = Callable[[str], Cast]


def test_a_surname_is_the_person_whose_full_name_the_text_gives(named: Named) -> None:
    cast = named("Mira Halvard spoke. Ms Halvard left, and Halvard came back.")
    assert list(cast.actors) == ["mira-halvard"]
    assert [each.actor for each in cast.mentions] == ["mira-halvard"] * 3


def test_two_people_of_one_surname_stay_two(named: Named) -> None:
    cast = named("Mira Halvard met Jon Halvard. Jon Halvard left.")
    assert {"mira-halvard", "jon-halvard"} <= set(cast.actors)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Torvayan Foreign Minister Mira Halvard left.", "Torvayan Foreign Minister"),
        ("The foreign minister, Mira Halvard, left.", "foreign minister"),
        ("Mira Halvard, the mayor of the town, left.", "the mayor of the town"),
        ("Dr. Mira Halvard, a fellow of the institute, left.", "a fellow of the institute"),
        ("They saw the election of Mira Halvard as president.", "president"),
    ],
)
def test_an_office_beside_a_name_is_a_role_of_its_bearer(
    named: Named, text: str, title: str
) -> None:
    halvard = named(text).actors["mira-halvard"]
    assert halvard.type == "person"
    assert [role.title for role in halvard.roles] == [title]


def test_who_holds_an_office_of_a_state_speaks_for_it(named: Named) -> None:
    cast = named(
        "The Russian foreign minister, Mira Halvard, met Jon Eskeland, president of Egypt."
    )
    assert cast.side(cast.actors["mira-halvard"]).id == "russia"
    assert cast.side(cast.actors["jon-eskeland"]).id == "egypt"


def test_an_adjective_of_a_state_that_no_list_holds_is_its_own(registry: Registry) -> None:
    torvay = Actor("torvay", "Torvay", "state")
    cast = Cast(registry, {"torvay": torvay})
    assert cast.by_adjective("Torvayan") == torvay
    assert cast.by_adjective("Torvayans") == torvay
    assert cast.by_adjective("torvayan") is None
    assert cast.by_adjective("Darsan") is None
    assert cast.by_adjective("Egyptian") == registry.get("egypt")


def test_where_one_works_is_not_for_whom_one_speaks(registry: Registry) -> None:
    def side(title: str) -> str:
        fellow = Actor("mira-halvard", "Mira Halvard", "person", roles=(Role(title),))
        return Cast(registry, {fellow.id: fellow}).side(fellow).id

    assert side("Fellow at the Egyptian Policy Institute") == "mira-halvard"
    assert side("Egyptian ambassador") == "egypt"
    assert side("head of the Egyptian delegation") == "egypt"
    assert side("President of Egypt") == "egypt"


def test_a_short_name_in_brackets_is_an_alias(named: Named) -> None:
    cast = named(
        "The Torvay Mediation Centre (TMC) met. TMC said so, as the Torvay Mediation Centre does."
    )
    centre = next(each for each in cast.actors.values() if "TMC" in each.aliases)
    assert centre.name == "Torvay Mediation Centre"
    assert centre.aliases.count("TMC") == 1


def test_a_bracket_does_not_run_into_a_name(named: Named) -> None:
    cast = named("The Council of the Basin (“the Council”) met in May.")
    assert [each.name for each in cast.actors.values()] == ["Council of the Basin"]


def test_the_longer_run_of_a_title_names_whom_it_is_for(registry: Registry) -> None:
    union = Actor("union", "Union", "organisation")
    civic = Actor("civic-union", "Civic Union", "organisation")
    chair = Actor("chair", "Mira Halvard", "person", roles=(Role("Civic Union leader"),))
    assert Cast(registry, {a.id: a for a in (union, civic, chair)}).side(chair) == civic


def test_a_mention_is_found_by_any_of_its_tokens(registry: Registry) -> None:
    actors = {name: Actor(name, name, "state") for name in ("a", "b")}
    mentions = (Mention(0, 0, 2, "a"), Mention(0, 5, 6, "b"), Mention(2, 1, 2, "a"))
    cast = Cast(registry, actors, mentions)
    assert [cast.named(0, at) for at in range(7)] == [
        actors["a"],
        actors["a"],
        None,
        None,
        None,
        actors["b"],
        None,
    ]
    assert cast.named(1, 0) is None
    assert list(cast.within(0)) == list(mentions[:2])
    assert [mention for mention, _ in cast.before(2, 1)] == [mentions[1], mentions[0]]


def test_the_bearer_of_a_label_is_found_by_surname_or_title(named: Named) -> None:
    cast = named("Dr. Mira Halvard met the delegates.")
    for label in ("MIRA HALVARD", "Dr. Halvard", "halvard"):
        assert cast.bearer(label) == cast.actors["mira-halvard"]
    assert cast.bearer("Mira") is None
    assert cast.bearer("Egypt") == cast.registry.get("egypt")


def test_of_states_with_one_stem_the_shorter_name_then_the_first_is_meant() -> None:
    north = Actor("n", "North Torvay", "state")
    south = Actor("s", "South Torvay", "state")
    whole = Actor("t", "Torvay", "state")
    assert Demonyms.of([south, north]).bearer("Torvayan") == south
    assert Demonyms.of([north, south, whole]).bearer("Torvayan") == whole
    assert Demonyms.of([Actor("p", "Mira Torvay", "person")]).bearer("Torvayan") is None


def test_offices_are_whole_words() -> None:
    assert is_office("co-chair")
    assert is_office("Spokeswoman")
    assert not is_office("chairs-and-tables")
    assert names_office("a former vice-president of the bank")
    assert not names_office("the officialdom of the bank")


def test_spellings_of_one_family_share_a_key() -> None:
    assert family_keys("Volodya Zelenskyy") & family_keys("Zelensky")
    assert not family_keys("Mira Halvard") & family_keys("Mira Eskeland")


def test_where_a_report_was_filed_is_nobody(read: Read) -> None:
    found = read("KESTERING, 3 March – The Ports Alliance rejected the terms on Monday.")
    assert [each.name for each in found.actors] == ["Ports Alliance"]


def test_an_article_begins_another_name(read: Read) -> None:
    found = read("I have never promised the Front a ministry, Mira Halvard said.")
    assert "Front a ministry" not in {each.name for each in found.actors}
