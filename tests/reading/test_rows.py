"""Rows of things asked or offered: in one sentence, over sentences, of several parties."""

from collections.abc import Callable

import pytest

from tracktwo.reading.reading import Reading

Read = Callable[..., Reading]
Acts = Callable[[str], list[tuple[str, str, str]]]


def words_of(acts: Acts, text: str, act: str) -> list[str]:
    """Give the words of all statements of an act."""
    return [quote for _, said, quote in acts(text) if said == act]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            (
                "The miners' federation has been clear. It wants the shaft reopened, the dismissed "
                "men taken back and the old pension rules restored."
            ),
            [
                "the shaft reopened",
                "the dismissed men taken back",
                "the old pension rules restored",
            ],
        ),
        (
            (
                "The drivers' union would like the depot reopened by May, the fees halved and the "
                "men taken back."
            ),
            ["the depot reopened by May", "the fees halved", "the men taken back"],
        ),
        (
            (
                "The union wants the minister to resign, the report to be published and the vote "
                "to be held again."
            ),
            ["to resign", "the report to be published", "the vote to be held again"],
        ),
        ("The union wants the men back and the depot open.", ["the men back", "the depot open"]),
        (
            "Belmara said it would like the maps returned and the border markers restored.",
            ["the maps returned", "the border markers restored"],
        ),
        (
            "The union is demanding that wages be raised, shifts shortened and the depot reopened.",
            ["wages be raised", "shifts shortened", "the depot reopened"],
        ),
        (
            (
                "The tenants' association wrote to the landlord demanding that repairs begin by "
                "June, that the rent be frozen and that a caretaker be hired."
            ),
            ["repairs begin by June", "the rent be frozen", "a caretaker be hired"],
        ),
        (
            (
                "The opposition has called for early elections, the release of political prisoners "
                "and for the electoral law to be rewritten."
            ),
            [
                "early elections",
                "the release of political prisoners",
                "the electoral law to be rewritten",
            ],
        ),
        (
            (
                "The union's key demand is a 7% pay rise. It is also calling for shorter shifts, "
                "more staff on night trains and a review of the new roster."
            ),
            [
                "a 7% pay rise",
                "shorter shifts",
                "more staff on night trains",
                "a review of the new roster",
            ],
        ),
        (
            (
                "The chamber urged lawmakers to reject the bill, keep the levy at two per cent and "
                "wait for the court."
            ),
            ["to reject the bill", "keep the levy at two per cent", "wait for the court"],
        ),
        (
            "The guild wants not only lower tolls but also a seat on the board.",
            ["lower tolls", "a seat on the board"],
        ),
        (
            "The ministry demanded both an apology and full compensation.",
            ["an apology", "full compensation"],
        ),
    ],
)
def test_each_member_of_a_row_is_asked(acts: Acts, text: str, asked: list[str]) -> None:
    assert words_of(acts, text, "demand") == asked


@pytest.mark.parametrize(
    ("text", "act", "members"),
    [
        (
            (
                "Belmara has offered to free 40 prisoners, reopen the border crossing at Torn and "
                "pay compensation to the families of the dead."
            ),
            "propose",
            [
                "to free 40 prisoners",
                "reopen the border crossing at Torn",
                "pay compensation to the families of the dead",
            ],
        ),
        (
            "The minister promised to raise wages, build 4,000 flats and repair the bridges.",
            "promise",
            ["to raise wages", "build 4,000 flats", "repair the bridges"],
        ),
        (
            "The rebels refused to hand over their weapons, free the hostages or leave the town.",
            "reject",
            ["to hand over their weapons", "free the hostages", "leave the town"],
        ),
        (
            "The company has agreed to raise wages, shorten shifts and drop its lawsuit.",
            "accept",
            ["to raise wages", "shorten shifts", "drop its lawsuit"],
        ),
        (
            (
                "The opposition accused the government of rigging the vote, jailing critics and "
                "lying to parliament."
            ),
            "accuse",
            ["rigging the vote", "jailing critics", "lying to parliament"],
        ),
    ],
)
def test_each_member_of_a_row_is_an_act_of_its_own(
    acts: Acts, text: str, act: str, members: list[str]
) -> None:
    assert words_of(acts, text, act) == members


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            (
                "The union demanded an immediate end to night shifts, a spokesman told reporters "
                "on Monday."
            ),
            ["an immediate end to night shifts"],
        ),
        (
            (
                "The parents demanded smaller classes, warm meals and an end to the Saturday "
                "lessons, which began in May."
            ),
            [
                "smaller classes",
                "warm meals",
                "an end to the Saturday lessons, which began in May",
            ],
        ),
        ("The guild demanded help for the farmers of Torn, Velm and Kolm.", None),
    ],
)
def test_what_stands_beside_a_row_is_no_member(
    acts: Acts, text: str, asked: list[str] | None
) -> None:
    found = words_of(acts, text, "demand")
    assert found == asked if asked is not None else len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Belmara called on Orsenia to {0} and on the Union to {1}.",
        "Belmara urged Orsenia to {0} and the Union to {1}.",
        "Belmara asked Orsenia to {0} and the Union to {1}.",
        "Belmara appealed to Orsenia to {0} and to the Union to {1}.",
    ],
)
def test_what_is_asked_of_each_of_two_goes_to_each(read: Read, text: str) -> None:
    reading = read(text.format("stop the shelling", "send observers"))
    found = {(each.quote, each.addressees) for each in reading.statements}
    assert found == {
        ("to stop the shelling", ("Orsenia",)),
        ("to send observers", ("Union",)),
    }


@pytest.mark.parametrize(
    "text",
    [
        (
            "The rebels have three conditions. The first is {0}. The second is {1}. The last, and "
            "hardest, is {2}."
        ),
        (
            "The rebels have made their terms known. Top of the list is {0}. Next comes {1}. "
            "Finally, there is {2}."
        ),
        "Among the rebels' demands are {0}, {1} and {2}.",
        "The rebels laid down conditions for a return to talks, among them {0}, {1} and {2}.",
        "The rebels have made several demands, including {0}, {1} and {2}.",
        "Three things matter to the rebels: {0}, {1} and {2}.",
        "The rebels have a list. On it: {0}, {1} and {2}.",
        "What do the rebels want? Three things: (i) {0}; (ii) {1}; and (iii) {2}.",
    ],
)
def test_what_is_counted_off_is_demanded(acts: Acts, text: str) -> None:
    members = ["an amnesty", "the lifting of the blockade", "a share of the mines"]
    found = [each for each in acts(text.format(*members)) if each[2] in members]
    assert found == [("rebels", "demand", each) for each in members]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels have three camps. The first is a ruin. The second is a school.",
        "The race had three winners. The first is a farmer.",
        "The guild has a list of members. On it: a smith, a mason and a cook.",
        "What do historians read? Three things: letters; maps; and diaries.",
    ],
)
def test_what_else_is_counted_off_is_not_demanded(acts: Acts, text: str) -> None:
    assert words_of(acts, text, "demand") == []


def test_a_speaker_counts_off_what_he_wants_of_whom_the_question_names(
    read: Read,
) -> None:
    reading = read(
        "Radio Nord: What do you want from the airline?\n\n"
        "Dagny Orlowe: Three things. Quiet between eleven and five. A ceiling of forty flights a "
        "day. And a fund for the schools.\n\n"
        "Radio Nord: And what do you expect of the minister?\n\n"
        "Dagny Orlowe: Two things. That she publishes the report, and that she comes to the "
        "hearing in person.\n\n"
        "Radio Nord: How long will it take?\n\n"
        "Dagny Orlowe: Two things have to be said. The report is ready. The minister is ill.\n"
    )
    found = [(each.act, each.addressees, each.quote) for each in reading.statements if each.core]
    assert found[:5] == [
        ("demand", ("airline",), "Quiet between eleven and five"),
        ("demand", ("airline",), "A ceiling of forty flights a day"),
        ("demand", ("airline",), "a fund for the schools"),
        ("demand", ("minister",), "she publishes the report"),
        ("demand", ("minister",), "she comes to the hearing in person"),
    ]
    assert {act for act, _, _ in found[5:]} == {"claim"}


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Under the mediators' plan, the army would leave the valley.", "mediators"),
        ("Under the terms put forward by the League, the army would leave the valley.", "League"),
        (
            (
                "The League proposed a truce of ten days. According to the proposal, the army "
                "would leave the valley."
            ),
            "League",
        ),
    ],
)
def test_what_a_plan_would_have_done_is_proposed(acts: Acts, text: str, owner: str) -> None:
    assert (owner, "propose", "the army would leave the valley") in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Under the law, the army would leave the valley.",
        "Under the bridge, the army would leave its boats.",
    ],
)
def test_what_would_follow_from_elsewhere_is_not_proposed(acts: Acts, text: str) -> None:
    assert words_of(acts, text, "propose") == []


@pytest.mark.parametrize(
    "words",
    [
        "without a timetable there could be no ceasefire",
        "there could be no ceasefire without a timetable",
    ],
)
def test_none_without_is_a_condition_in_either_order(acts: Acts, words: str) -> None:
    assert acts(f"Kelvar made clear that {words}.") == [("Kelvar", "demand", words)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            (
                "The Confederation is pressing for the bill to be withdrawn, a higher levy on "
                "bonuses and an early exit for night workers."
            ),
            [
                "the bill to be withdrawn",
                "a higher levy on bonuses",
                "an early exit for night workers",
            ],
        ),
        ("The displaced families wish to be heard.", ["to be heard"]),
        ("The union has given the minister until noon to scrap the bill.", ["to scrap the bill"]),
    ],
)
def test_what_is_pressed_for_or_wished_is_asked(acts: Acts, text: str, asked: list[str]) -> None:
    assert words_of(acts, text, "demand") == asked


def test_what_follows_failing_that_is_threatened(acts: Acts) -> None:
    text = (
        "The union has given the minister until noon to scrap the bill. Failing that, not a single "
        "train will leave Velm."
    )
    assert ("union", "threaten", "not a single train will leave Velm") in acts(text)


def test_what_follows_without_a_demand_is_no_threat(acts: Acts) -> None:
    assert acts("The sun was out. Otherwise, the train will leave Velm on time.") == []


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        (
            (
                "Without a licence by July, the firm would sell its ship, chief executive Tomas "
                "Greel warned both capitals last month."
            ),
            "Tomas Greel",
            "Without a licence by July, the firm would sell its ship",
        ),
        (
            (
                "Belmara might run short of oil by May if the embargo is not eased, analysts at "
                "Harbour Bank estimate."
            ),
            "analysts",
            "Belmara might run short of oil by May if the embargo is not eased",
        ),
    ],
)
def test_who_is_named_behind_what_he_said_said_it(
    acts: Acts, text: str, who: str, said: str
) -> None:
    assert (who, said) in [(each[0], each[2]) for each in acts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "We have never asked for a closed shop, whatever the company says.",
        "It regretted the speech, what it called the pact notwithstanding.",
    ],
)
def test_a_clause_beside_it_says_nothing_of_what_stands_before(acts: Acts, text: str) -> None:
    assert [each for each in acts(text) if each[1] == "claim"] == []


def test_an_author_asks_in_the_first_person(read: Read) -> None:
    reading = read("The talks have stalled. I appeal to General Boyle to desist.")
    found = [
        (each.speaker, each.act, each.addressees, each.quote)
        for each in reading.statements
        if each.core
    ]
    assert found == [(None, "demand", ("Boyle",), "to desist")]


def test_a_paper_speaks_for_whoever_put_it_out(acts: Acts) -> None:
    text = "The Employers' League has put out a statement which describes the levy as 'a fine'."
    assert [each[0] for each in acts(text)] == ["Employers' League"]


def test_somebody_offers_something_to_somebody_on_a_day(read: Read) -> None:
    reading = read("The Vale Company offered drivers on Tuesday an allowance of nine crowns.")
    assert [(each.quote, each.addressees) for each in reading.statements if each.core] == [
        ("an allowance of nine crowns", ("drivers",))
    ]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("I'd be happy to have your officers in our ports.", "propose"),
        ("We'll be out on Monday, unless the rota goes.", "threaten"),
    ],
)
def test_a_speaker_offers_and_threatens_in_short_forms(acts: Acts, words: str, act: str) -> None:
    assert [each[1] for each in acts(f'Konrad Veil: "{words}"')] == [act]


@pytest.mark.parametrize(
    "lead",
    [
        "In exchange for a renewal, the Guild would like to see:",
        "The Guild put its wish list on the table:",
        "The Guild has a few wishes of its own:",
    ],
)
def test_what_is_longed_for_in_a_list_is_demanded(acts: Acts, lead: str) -> None:
    found = acts(f"The Guild met on Monday.\n\n{lead}\n\n- a second pier\n- a cap on fees\n")
    items = [("Guild", "demand", "a second pier"), ("Guild", "demand", "a cap on fees")]
    assert found[-2:] == items


@pytest.mark.parametrize(
    ("heading", "opening"),
    [
        ("What does the union want?", "It is demanding a guarantee. It also wants a pay rise."),
        ("The dockers", "They are demanding a guarantee. They also want a pay rise."),
    ],
)
def test_a_pronoun_below_a_heading_means_whom_it_names(
    acts: Acts, heading: str, opening: str
) -> None:
    text = f"Seaways broke a promise. Seaways denies it.\n\n{heading}\n\n{opening}\n"
    who = {speaker for speaker, act, _ in acts(text) if act == "demand"}
    assert who in ({"union"}, {"dockers"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry said it reserved the right to respond.",
            ("ministry", "threaten", "it reserved the right to respond"),
        ),
        (
            "The federation says it will not settle for less.",
            ("federation", "reject", "it will not settle for less"),
        ),
    ],
)
def test_what_somebody_says_that_he_does_is_one_act(
    acts: Acts, text: str, expected: tuple[str, str, str]
) -> None:
    assert acts(text) == [expected]


@pytest.mark.parametrize(
    ("aside", "act"),
    [
        ("an accusation that Orsenia has rejected", "deny"),
        ("an idea that Orsenia rejects", "reject"),
    ],
)
def test_what_another_makes_of_it_stands_behind_a_comma(acts: Acts, aside: str, act: str) -> None:
    text = f"Belmara wants the zone to be patrolled by troops, {aside}."
    noun = " ".join(aside.split()[:2])
    assert acts(text) == [
        ("Belmara", "demand", "the zone to be patrolled by troops"),
        ("Orsenia", act, noun),
    ]


def test_a_charge_is_denied_behind_a_comma(acts: Acts) -> None:
    assert acts("Belmara accused Orsenia of violating the truce, a charge Orsenia denied.") == [
        ("Belmara", "accuse", "violating the truce"),
        ("Orsenia", "deny", "a charge"),
    ]


def test_what_another_wants_meanwhile_is_not_asked(acts: Acts) -> None:
    text = "Orsenia has demanded that the line be moved, while Belmara wants more troops."
    assert acts(text) == [
        ("Orsenia", "demand", "the line be moved"),
        ("Belmara", "demand", "more troops"),
    ]


@pytest.mark.parametrize(
    ("text", "to", "what"),
    [
        (
            "Belmara gave Orsenia 48 hours to pull its guns back.",
            "Orsenia",
            "to pull its guns back",
        ),
        ("The union gave the company a week to reply.", "company", "to reply"),
    ],
)
def test_who_gives_time_to_do_something_demands_it(
    read: Read, text: str, to: str, what: str
) -> None:
    (found,) = [each for each in read(text).statements if each.core]
    assert (found.act, found.addressees, found.quote) == ("demand", (to,), what)


def test_who_walks_out_of_talks_refuses_them_and_of_classrooms_nothing(acts: Acts) -> None:
    assert words_of(acts, "The union walked out of the talks.", "reject") == ["the talks"]
    assert acts("Teachers walked out of their classrooms on Tuesday.") == []


def test_parties_that_are_only_described_deal_with_each_other(read: Read) -> None:
    reading = read(
        "Talks between the Teachers' Federation and the government broke down on Monday. The "
        "Parents' League met in Velm. The federation is seeking an 11 per cent rise."
    )
    demand = next(each for each in reading.statements if each.act == "demand")
    assert demand.addressees == ("government",)


def test_nobody_is_his_own_addressee(read: Read) -> None:
    reading = read(
        "The Teachers' Federation is seeking an 11 per cent rise and says it will not settle for "
        "less. The Parents' League blamed the government."
    )
    for each in reading.statements:
        assert each.speaker is None or each.speaker.name not in each.addressees


def test_a_title_makes_a_name_a_persons(acts: Acts) -> None:
    text = (
        "Ms Orr took the chair. Ms Pike objected. The Lower District could not agree to a cut. "
        "She suggested that the ponds be drained."
    )
    assert ("Pike", "propose", "the ponds be drained") in acts(text)


STATEMENT = """STATEMENT BY THE MINISTRY OF TRADE OF THE REPUBLIC OF KOLMARIA

14 May 2018

The Ministry of Trade strongly condemns the seizure of the vessel by Vendia.

The vessel was operating lawfully in international waters.

Kolmaria demands the immediate and unconditional release of the vessel and its crew.

Kolmaria rejects the allegation that the vessel was carrying weapons.

Should the vessel not be released by 20 May, Kolmaria will have no choice but to leave the patrols.
"""


def test_a_statement_in_the_third_person_is_its_issuers(acts: Acts) -> None:
    found = acts(STATEMENT)
    said = [each for each in found if each[2].startswith("The vessel was operating")]
    assert said == [
        (
            "Ministry of Trade",
            "claim",
            "The vessel was operating lawfully in international waters",
        )
    ]
    demands = [each[2] for each in found if each[1] == "demand"]
    assert demands == ["the immediate and unconditional release of the vessel and its crew"]
    assert [each[1] for each in found][-1] == "threaten"


def test_an_answer_in_fragments_says_what_is_asked_for(acts: Acts) -> None:
    found = acts(
        "Q: What exactly are you asking for?\n\nA: A pay rise of seven per cent. A maximum of six "
        "patients per nurse. And an end to overtime.\n\nQ: Why?\n\nA: A question of safety. We are "
        "tired of it.\n\nQ: Is it?\n\nA: We don't need another commission. If he is serious, he "
        "should publish the figures. Unless we hear something new by Friday, we will stop work.\n"
    )
    assert [(act, quote) for _, act, quote in found if act != "claim"] == [
        ("demand", "A pay rise of seven per cent"),
        ("demand", "A maximum of six patients per nurse"),
        ("demand", "an end to overtime"),
        ("reject", "We don't need another commission"),
        ("demand", "If he is serious, he should publish the figures"),
        ("threaten", "Unless we hear something new by Friday, we will stop work"),
    ]


def test_what_is_offered_says_for_whom(acts: Acts) -> None:
    text = "The ministry offers an exit at 60 for anyone with twenty years of nights behind them."
    assert words_of(acts, text, "propose") == [
        "an exit at 60 for anyone with twenty years of nights behind them"
    ]
