"""Names: what is a title, what a surname, and when two names are one person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.actors.naming import same_person, slug, strip_titles, surname


@pytest.mark.parametrize(
    ("written", "titles", "bare"),
    [
        ("Russian Foreign Minister Sergei Lavrov", "Russian Foreign Minister", "Sergei Lavrov"),
        ("ukrainian President Volodymyr Zelensky", "ukrainian President", "Volodymyr Zelensky"),
        ("U.S.President Donald Trump", "U.S.President", "Donald Trump"),
        ("U.S. Secretary of State Antony Blinken", "U.S. Secretary of State", "Antony Blinken"),
        ("UN Secretary-General António Guterres", "UN Secretary-General", "António Guterres"),
        ("dr. Elena Sokolov", "dr.", "Elena Sokolov"),
        ("Dr.Elena Sokolov", "Dr.", "Elena Sokolov"),
        ("Mr Weiss-Laurent", "Mr", "Weiss-Laurent"),
        ("the former Prime Minister Boris Johnson", "the former Prime Minister", "Boris Johnson"),
        ("Kremlin spokesman Dmitry Peskov", "Kremlin spokesman", "Dmitry Peskov"),
        ("Elena Sokolov, Senior Fellow", "Senior Fellow", "Elena Sokolov"),
        ("King Charles III", "King", "Charles III"),
        ("Vladimir Putin", "", "Vladimir Putin"),
        ("Martin Luther King Jr.", "", "Martin Luther King Jr."),
        ("Stephen King", "", "Stephen King"),
        ("Washington, D.C.", "", "Washington, D.C."),
        ("foreign minister", "", "foreign minister"),
        (
            "Prime Minister of Israel Benjamin Netanyahu",
            "",
            "Prime Minister of Israel Benjamin Netanyahu",
        ),
        ("", "", ""),
    ],
)
def test_titles_are_parted_from_the_name(written: str, titles: str, bare: str) -> None:
    assert strip_titles(written) == (titles, bare)


@given(st.text())
def test_no_word_is_lost_when_titles_are_parted(name: str) -> None:
    titles, bare = strip_titles(name)
    letters = sorted(letter for letter in name if letter.isalnum())
    assert sorted(letter for letter in titles + bare if letter.isalnum()) == letters


@given(st.text())
def test_a_slug_is_never_empty_and_is_its_own_slug(name: str) -> None:
    assert slug(name)
    assert slug(slug(name)) == slug(name)


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("President Vladimir Putin", "Putin"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Mohammed bin Salman", "bin Salman"),
        ("Xi Jinping", "Xi"),
        ("Robert F. Kennedy Jr.", "Kennedy"),
        ("Anna Weiss-Laurent", "Weiss-Laurent"),
        ("Putin", "Putin"),
        ("", ""),
    ],
)
def test_the_surname_keeps_what_belongs_to_it(name: str, family: str) -> None:
    assert surname(name) == family


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Putin", "Vladimir Putin"),
        ("putin", "President Vladimir Putin"),
        ("Mr. Putin", "Vladimir Vladimirovich Putin"),
        ("Dr. Sokolov", "Dr. Elena Sokolov"),
        ("dr. sokolov", "Elena Sokolov, Senior Fellow"),
        ("Donald Trump", "Donald J. Trump"),
        ("D. Trump", "Donald Trump"),
        ("Zelenskyy", "Volodymyr Zelensky"),
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Mr Weiss-Laurent", "Anna Weiss-Laurent"),
        ("von der Leyen", "Ursula von der Leyen"),
        ("Guterres", "António Guterres"),
        ("Antonio Guterres", "António Guterres"),
        ("Xi", "Xi Jinping"),
        ("President Xi", "Xi Jinping"),
    ],
)
def test_one_person_under_two_names(short: str, full: str) -> None:
    assert same_person(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Vladimir", "Vladimir Putin"),
        ("Ivan Putin", "Vladimir Putin"),
        ("Melania Trump", "Donald Trump"),
        ("Weiss", "Anna Weiss-Laurent"),
        ("Jinping", "Xi Jinping"),
        ("Elena Sokolov", "Sokolov"),
        ("", "Vladimir Putin"),
        ("Putin", ""),
    ],
)
def test_two_people_stay_two(short: str, full: str) -> None:
    assert not same_person(short, full)


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    assert same_person(one, other) in {True, False}
    assert not strip_titles(one)[1].strip(" .,") or same_person(one, one) in {True, False}
