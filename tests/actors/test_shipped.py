"""What ships with the program: complete, unambiguous, and the same rules for every state."""

import random

import pytest

from tracktwo.actors import shipped
from tracktwo.actors.gather_states import DATA, made
from tracktwo.actors.registry import Registry, default_registry

KNOWN = default_registry()

# The 193 members of the United Nations, by the short names that it uses in English or the
# ones that newspapers use; then its two observer states.
MEMBERS = """
Afghanistan; Albania; Algeria; Andorra; Angola; Antigua and Barbuda; Argentina; Armenia; Australia;
Austria; Azerbaijan; Bahamas; Bahrain; Bangladesh; Barbados; Belarus; Belgium; Belize; Benin;
Bhutan; Bolivia; Bosnia and Herzegovina; Botswana; Brazil; Brunei Darussalam; Bulgaria;
Burkina Faso; Burundi; Cabo Verde; Cambodia; Cameroon; Canada; Central African Republic; Chad;
Chile; China; Colombia; Comoros; Republic of the Congo; Costa Rica; Côte d'Ivoire; Croatia; Cuba;
Cyprus; Czechia; North Korea; Democratic Republic of the Congo; Denmark; Djibouti; Dominica;
Dominican Republic; Ecuador; Egypt; El Salvador; Equatorial Guinea; Eritrea; Estonia; Eswatini;
Ethiopia; Fiji; Finland; France; Gabon; Gambia; Georgia; Germany; Ghana; Greece; Grenada;
Guatemala; Guinea; Guinea-Bissau; Guyana; Haiti; Honduras; Hungary; Iceland; India; Indonesia;
Iran; Iraq; Ireland; Israel; Italy; Jamaica; Japan; Jordan; Kazakhstan; Kenya; Kiribati; Kuwait;
Kyrgyzstan; Laos; Latvia; Lebanon; Lesotho; Liberia; Libya; Liechtenstein; Lithuania; Luxembourg;
Madagascar; Malawi; Malaysia; Maldives; Mali; Malta; Marshall Islands; Mauritania; Mauritius;
Mexico; Micronesia; Monaco; Mongolia; Montenegro; Morocco; Mozambique; Myanmar; Namibia; Nauru;
Nepal; Netherlands; New Zealand; Nicaragua; Niger; Nigeria; North Macedonia; Norway; Oman;
Pakistan; Palau; Panama; Papua New Guinea; Paraguay; Peru; Philippines; Poland; Portugal; Qatar;
South Korea; Moldova; Romania; Russian Federation; Rwanda; Saint Kitts and Nevis; Saint Lucia;
Saint Vincent and the Grenadines; Samoa; San Marino; Sao Tome and Principe; Saudi Arabia; Senegal;
Serbia; Seychelles; Sierra Leone; Singapore; Slovakia; Slovenia; Solomon Islands; Somalia;
South Africa; South Sudan; Spain; Sri Lanka; Sudan; Suriname; Sweden; Switzerland; Syria;
Tajikistan; Thailand; Timor-Leste; Togo; Tonga; Trinidad and Tobago; Tunisia; Türkiye;
Turkmenistan; Tuvalu; Uganda; Ukraine; United Arab Emirates; United Kingdom; Tanzania;
United States of America; Uruguay; Uzbekistan; Vanuatu; Venezuela; Viet Nam; Yemen; Zambia;
Zimbabwe
"""
MEMBER_NAMES = [" ".join(name.split()) for name in MEMBERS.split(";")]
OBSERVERS = ["Holy See", "Palestine"]


def test_every_member_and_observer_of_the_united_nations_is_a_state_of_its_own() -> None:
    states = [KNOWN.lookup(name) for name in [*MEMBER_NAMES, *OBSERVERS]]
    assert len(MEMBER_NAMES) == 193
    assert all(state is not None and state.type == "state" for state in states)
    assert len({state.id for state in states if state}) == 195


@pytest.mark.parametrize("name", ["Kosovo", "Taiwan", "Soviet Union", "Yugoslavia"])
def test_others_who_speak_as_states_are_there_too(name: str) -> None:
    actor = KNOWN.lookup(name)
    assert actor is not None
    assert actor.type == "state"


def test_every_state_has_an_adjective() -> None:
    assert [
        actor.id for actor in shipped.states() if actor.type == "state" and not actor.adjectives
    ] == []


def test_no_name_is_shared_by_two_actors() -> None:
    shadowed = [
        (name, actor.id)
        for actor in KNOWN.actors
        for name in [actor.name, *actor.aliases]
        if KNOWN.lookup(name) != actor
    ]
    assert shadowed == []


def test_whoever_speaks_for_someone_speaks_for_an_actor_that_is_known() -> None:
    assert [a.id for a in KNOWN.actors if a.speaks_for and not KNOWN.get(a.speaks_for)] == []
    assert all(KNOWN.get(each) for ids in KNOWN.epithets.values() for each in ids)


def test_the_order_of_the_actors_changes_nothing() -> None:
    actors = list(KNOWN.actors)
    random.Random(2).shuffle(actors)  # noqa: S311 - an order, not a secret
    other = Registry(tuple(actors), KNOWN.epithets, KNOWN.decoys)
    for actor in KNOWN.actors:
        assert other.lookup(actor.name) == actor
        assert [other.by_adjective(word) for word in actor.adjectives] == [
            KNOWN.by_adjective(word) for word in actor.adjectives
        ]


def test_no_person_ships_with_the_program() -> None:
    assert [actor.id for actor in KNOWN.actors if actor.type == "person" or actor.roles] == []


def test_the_alliance_can_be_nato() -> None:
    assert "nato" in KNOWN.epithets["the alliance"]
    assert "eu" in KNOWN.epithets["the bloc"]


def test_the_committed_list_of_states_is_what_its_sources_make() -> None:
    assert (DATA / "states.json").read_text("utf-8") == made()
