"""The registry: who goes by a name, for whom they speak, and where names stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.actors.actor import Actor, Role
from tracktwo.actors.registry import Registry, default_registry
from tracktwo.errors import ActorError

KNOWN = default_registry()


def looked_up(name: str) -> str:
    actor = KNOWN.lookup(name)
    return actor.id if actor else ""


def found(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], actor.id) for start, end, actor in KNOWN.find(text)]


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("United States", "united-states"),
        ("the U.S.", "united-states"),
        ("u.s.", "united-states"),
        ("US", "united-states"),
        ("USA", "united-states"),
        ("America's", "united-states"),
        ("Washington", "washington"),
        ("Washington, D.C.", "washington"),
        ("Britain", "united-kingdom"),
        ("UK", "united-kingdom"),
        ("London", "london"),
        ("ukraine", "ukraine"),
        ("RUSSIA", "russia"),
        ("Russia’s", "russia"),
        ("the Kremlin", "kremlin"),
        ("Kremlin", "kremlin"),
        ("The Kremlin’s", "kremlin"),
        ("the Netherlands", "netherlands"),
        ("The Hague", "the-hague"),
        ("Hague", ""),
        ("Cote d’Ivoire", "cote-divoire"),
        ("Ivory Coast", "cote-divoire"),
        ("Czech Republic", "czechia"),
        ("Turkey", "turkey"),
        ("Türkiye", "turkey"),
        ("turkey", ""),
        ("North Korea", "north-korea"),
        ("Pyongyang", "pyongyang"),
        ("Seoul", "seoul"),
        ("Korea", ""),
        ("Burma", "myanmar"),
        ("Swaziland", "eswatini"),
        ("USSR", "soviet-union"),
        ("Nato", "nato"),
        ("North Atlantic Treaty Organisation", "nato"),
        ("UN", "un"),
        ("the U.N.", "un"),
        ("un", ""),
        ("WHO", "who"),
        ("who", ""),
        ("Who", ""),
        ("us", ""),
        ("Us", ""),
        ("the West", "west"),
        ("west", ""),
        ("Georgia", "georgia"),
        ("Jordan", "jordan"),
        ("Chad", "chad"),
        ("chad", ""),
        ("Congo", ""),
        ("Brussels", "brussels"),
        ("Institute for the Study of war", "isw"),
        ("Quai d’Orsay", "quai-dorsay"),
        ("", ""),
        ("Nobody In Particular", ""),
    ],
)
def test_a_name_is_looked_up(name: str, actor: str) -> None:
    assert looked_up(name) == actor


@pytest.mark.parametrize(
    ("speaker", "state"),
    [
        ("Moscow", "russia"),
        ("the Kremlin", "russia"),
        ("Kyiv", "ukraine"),
        ("Kiev", "ukraine"),
        ("the White House", "united-states"),
        ("the Pentagon", "united-states"),
        ("Whitehall", "united-kingdom"),
        ("the Elysée", "france"),
        ("Zhongnanhai", "china"),
        ("The Hague", "netherlands"),
        ("Brussels", "eu"),
        ("UN Security Council", "un"),
    ],
)
def test_a_capital_and_a_seat_speak_for_their_government(speaker: str, state: str) -> None:
    actor = KNOWN.lookup(speaker)
    assert actor is not None
    for_whom = KNOWN.speaks_for(actor)
    assert for_whom is not None
    assert for_whom.id == state


@pytest.mark.parametrize(
    ("word", "actor"),
    [
        ("Russian", "russia"),
        ("russian", "russia"),
        ("Ukrainian", "ukraine"),
        ("American", "united-states"),
        ("British", "united-kingdom"),
        ("Dutch", "netherlands"),
        ("Czech", "czechia"),
        ("Soviet", "soviet-union"),
        ("Western", "west"),
        ("Polish", "poland"),
        ("polish", ""),
        ("western", ""),
        ("Korean", ""),
        ("Congolese", ""),
        ("Dominican", ""),
        ("Martian", ""),
        ("", ""),
    ],
)
def test_an_adjective_names_one_actor_or_none(word: str, actor: str) -> None:
    named = KNOWN.by_adjective(word)
    assert (named.id if named else "") == actor


# Roles in time, on invented people.

ENVOY = Actor(
    "mira-dane",
    "Mira Dane",
    "person",
    roles=(
        Role("mediator", "un", "2010-05", "2014-03-31"),
        Role("foreign minister", "norway", "2014-04-01", ""),
    ),
)
PEOPLE = KNOWN.extended([ENVOY])


@pytest.mark.parametrize(
    ("on", "for_whom"),
    [
        ("2009", ""),
        ("2010", "un"),
        ("2010-04", ""),
        ("2010-05-01", "un"),
        ("2014-03-31", "un"),
        ("2014-04-01", "norway"),
        ("2014", "norway"),
        ("2025-01-31", "norway"),
        ("2008/2011", "un"),
        ("2001/2009", ""),
        ("", ""),
    ],
)
def test_a_person_speaks_for_whom_they_held_a_role_on_the_day(on: str, for_whom: str) -> None:
    state = PEOPLE.speaks_for(ENVOY, on)
    assert (state.id if state else "") == for_whom


def test_without_a_date_a_role_counts_only_where_all_are_for_the_same() -> None:
    both = (Role("speaker", "norway", "2001", "2005"), Role("minister", "norway", "2006"))
    assert PEOPLE.role_on(Actor("x", "X", "person", roles=both)) == both[1]
    assert PEOPLE.role_on(ENVOY) is None
    assert PEOPLE.role_on(Actor("y", "Y", "person")) is None


def test_a_case_adds_its_own_people() -> None:
    assert KNOWN.lookup("Mira Dane") is None
    assert PEOPLE.lookup("Foreign Minister Mira Dane") == ENVOY


def test_of_two_with_one_name_the_one_in_office_is_meant() -> None:
    old = Actor("old-dane", "Dane", "person", roles=(Role("envoy", "un", "1990", "1999"),))
    new = Actor("new-dane", "Dane", "person", roles=(Role("envoy", "eu", "2020"),))
    both = KNOWN.extended([old, new])
    assert both.lookup("Dane", "1995") == old
    assert both.lookup("Dane", "2021") == new
    assert both.lookup("Dane") == new


def test_a_case_adds_to_a_known_actor() -> None:
    more = PEOPLE.extended(
        [
            Actor("mira-dane", "Mira Dane-Ek", "person", ("Ek",), roles=(Role("chair", "osce"),)),
            Actor("russia", "Russia", "state", adjectives=("Muscovite",)),
        ]
    )
    dane, russia = more.lookup("Mira Dane"), more.by_adjective("Muscovite")
    assert dane is not None
    assert russia is not None
    assert (dane.name, len(dane.roles)) == ("Mira Dane-Ek", 3)
    assert russia == more.lookup("Russian Federation") == more.by_adjective("Russian")


def test_all_contradictions_are_told_at_once() -> None:
    with pytest.raises(ActorError) as error:
        KNOWN.extended(
            [
                Actor("russia", "Russia", "person"),
                Actor("a", "A", "person", roles=(Role("envoy", "un", "2020", "2019"),)),
                Actor("a", "B", "person"),
                Actor("", " ", "person"),
            ]
        )
    message = str(error.value)
    assert message.startswith("actors: 4 to mend")
    assert all(part in message for part in ("russia", "2019", "stands twice", "an id and a name"))


# Names in a text.


def test_names_are_found_in_running_text() -> None:
    text = "ukraine,Eastern Europe and the U.S.President: Russia’s UN-led talks with the Kremlin."
    assert found(text) == [
        ("ukraine", "ukraine"),
        ("U.S.", "united-states"),
        ("Russia", "russia"),
        ("UN", "un"),
        ("Kremlin", "kremlin"),
    ]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("They told us who asked about turkey on fine china.", []),
        ("Turkey told the US and the WHO.", ["turkey", "united-states", "who"]),
        ("the United\n  Arab Emirates", ["united-arab-emirates"]),
        ("United Nations Security Council", ["un-security-council"]),
        ("New Mexico, George Washington and the South China Sea", []),
        ("The Minsk agreements, the Budapest Memorandum, a Bucharest summit", []),
        ("The 2008 Bucharest Declaration. Bucharest objected.", ["bucharest"]),
        ("The Washington Post asked Washington", ["washington-post", "washington"]),
        ("Papua New Guinea and Guinea-Bissau", ["papua-new-guinea", "guinea-bissau"]),
        ("to the west; the West", ["west"]),
        ("Indiana, Romanian, Austrian, Nigerian", []),
        ("People's Republic of China", ["china"]),
        ("The Netherlands, in The Hague", ["netherlands", "the-hague"]),
        ("Northern Ireland", ["northern-ireland"]),
        ("", []),
    ],
)
def test_words_and_namesakes_are_told_from_actors(text: str, actors: list[str]) -> None:
    assert [actor for _, actor in found(text)] == actors


SMALL = Registry(
    (
        Actor("ab", "A B", "group", ("B A", "aa")),
        Actor("abc", "A B C", "group", ("U.S.",)),
        Actor("b", "Bb", "group", ("the Aa Bb",)),
    )
)


def found_slowly(registry: Registry, text: str) -> list[tuple[int, int, str]]:
    """At each place in turn, try every stretch, the longest first: slow, and obviously right."""
    places, at = [], 0
    while at < len(text):
        ends = [
            (end, name)
            for end in range(len(text), at, -1)
            for actor in registry.actors
            for name in [actor.name, *actor.aliases]
            if text[at:end].split() == text[at:end].strip().split()
            and " ".join(text[at:end].lower().split()) == name.lower()
            and len(text[at:end]) == len(text[at:end].strip())
            and not (at and text[at - 1].isalnum())
            and not (text[end - 1].isalnum() and text[end : end + 1].isalnum())
        ]
        if ends:
            end, name = ends[0]
            actor = next(a for a in registry.actors if name in (a.name, *a.aliases))
            places.append((at, end, actor.id))
            at = end
        else:
            at += 1
    return places


@given(st.text(st.sampled_from("aAbBcC usU.,S the\n"), max_size=25))
def test_finding_agrees_with_trying_everything(text: str) -> None:
    places = [(start, end, actor.id) for start, end, actor in SMALL.find(text)]
    assert places == found_slowly(SMALL, text)


@given(st.text())
def test_every_place_found_reads_as_a_name_of_the_actor(text: str) -> None:
    before = 0
    for start, end, actor in KNOWN.find(text + " Russia’s Côte d’Ivoire " + text):
        assert before <= start < end
        assert actor == KNOWN.lookup((text + " Russia’s Côte d’Ivoire " + text)[start:end])
        before = end


@pytest.mark.parametrize(
    "text",
    [
        "the " * 40_000,
        "United " * 30_000,
        "U.S." * 40_000,
        "a" * 200_000,
        "United" + " " * 200_000 + "States",
        "People's Republic of " * 5_000,
        "\u0130\u0307\ud800ß" * 40_000,
    ],
)
def test_a_hostile_text_takes_one_pass(text: str) -> None:
    places = KNOWN.find(text)
    assert all(text[start:end].strip() for start, end, _ in places)
    assert len(places) <= len(text) // 4
