"""Which act words carry when the verb that reports them says no more than "said"."""

import pytest

from tracktwo.reading.acts import act_of
from tracktwo.reading.statement import Act

OWN: list[tuple[str, Act]] = [
    ("No.", "reject"),
    ("Yes, without conditions", "accept"),
    ("We agree with them", "accept"),
    ("We never asked for that", "deny"),
    ("We want a new vote", "demand"),
    ("The border is our red line", "demand"),
    ("We will not sign", "reject"),
    ("The answer is no", "reject"),
    ("We are ready to sign", "propose"),
    ("There is room for a longer pause", "propose"),
    ("We will open the gates", "promise"),
    ("We have met them twice", "claim"),
    ("I would therefore suggest that we meet", "propose"),
    ("We do not propose a meeting", "reject"),
    ("Gladly", "accept"),
    ("We see merit in the idea", "accept"),
    ("I've let that go", "accept"),
    ("We no longer insist on it", "accept"),
    ("Velm would consider itself free to levy a charge", "threaten"),
    ("We would be forced to close the road", "threaten"),
    ("We would be grateful for an answer", "demand"),
    ("Not a chance", "reject"),
    ("We are in no position to agree", "reject"),
    ("We are in a position to know", "claim"),
    ("That allegation is without foundation", "deny"),
]
OTHERS: list[tuple[str, Act, str]] = [
    ("Darsa must leave the valley", "demand", ""),
    ("that is simply false", "deny", ""),
    ("Darsa betrayed them all", "accuse", ""),
    ("the dam will be full by May", "claim", "forecast"),
    ("if it rains, the dam will be full", "claim", "conditional_forecast"),
    ("Darsa’s aim is to hold the valley", "claim", "motive_attribution"),
    ("the question remains unsolved", "claim", "status"),
    ("the dam is old", "claim", "assessment"),
]


@pytest.mark.parametrize(("words", "act"), OWN)
def test_words_about_ones_own_acts(words: str, act: Act) -> None:
    assert act_of(words, own=True, speaking=True).act == act


@pytest.mark.parametrize(("words", "act", "subtype"), OTHERS)
def test_words_about_others(words: str, act: Act, subtype: str) -> None:
    found = act_of(words, own=False)
    assert (found.act, found.subtype) == (act, subtype)


def test_a_harmful_act_of_ones_own_is_a_threat() -> None:
    assert act_of("We will close it", own=True, verbs=frozenset({"close"})).act == "threaten"
    assert act_of("They will close it", own=False, verbs=frozenset({"close"})).act == "claim"


def test_what_others_will_do_is_no_promise_of_the_speaker() -> None:
    long = "The delegates of the northern towns will open the gates in the spring"
    assert act_of(long, own=True, speaking=True).act == "claim"
    assert act_of(long, own=True).act == "promise"


def test_no_room_is_no_offer() -> None:
    assert act_of("there is no room for a pause", own=False).act == "claim"


@pytest.mark.parametrize(
    ("words", "own", "act"),
    [
        ("it would sign if the gates opened", True, "propose"),
        ("it will sign if the gates open", True, "promise"),
        ("Should the talks fail, he would call a vote", True, "threaten"),
        ("unless they pay, we will leave", True, "threaten"),
        ("If the guns stay, it would regard the truce as void", True, "threaten"),
        ("Sign by Friday or face the consequences", False, "threaten"),
        ("The Council never intended to pay", False, "accuse"),
        ("We never intended to pay", True, "deny"),
        ("the rains will fail", False, "claim"),
    ],
)
def test_a_condition_makes_an_offer_a_promise_or_a_threat(
    words: str,
    own: bool,  # noqa: FBT001  # a column of the table
    act: str,
) -> None:
    assert act_of(words, own=own).act == act


@pytest.mark.parametrize(
    "whose",
    ["Our side", "Our government", "Our own army", "Our armed forces", "Our young people", "We"],
)
def test_in_a_speakers_own_words_our_people_act_for_the_speaker(whose: str) -> None:
    words = f"{whose} will not give up the valley before the winter"
    assert act_of(words, own=True, speaking=True).act == "reject"


def test_in_a_speakers_own_words_things_of_ours_do_not_act() -> None:
    words = "Our rivers will not reach the sea before the winter ends"
    assert act_of(words, own=True, speaking=True).act == "claim"


@pytest.mark.parametrize("verb", ["accept", "recognise", "recognize", "consent to", "acknowledge"])
@pytest.mark.parametrize("who", ["We do not", "Our side does not", "Our movement doesn’t"])
def test_who_does_not_accept_rejects(who: str, verb: str) -> None:
    words = f"{who} {verb} the treaty that was signed there in May"
    assert act_of(words, own=True, speaking=True).act == "reject"
