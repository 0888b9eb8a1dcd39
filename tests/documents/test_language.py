"""The language of a text: the same each time, and nothing where there is too little."""

import pytest

from tracktwo.documents.language import language_of

ENGLISH = "The parties agreed to meet again on Monday, and the talks were to last for a week."
OTHERS = {
    "fr": "Le président a déclaré que les négociations ne pourraient pas reprendre avant lundi.",
    "de": "Der Präsident erklärte, dass die Gespräche nicht vor Montag beginnen könnten.",
    "ru": "Президент заявил, что переговоры не могут начаться раньше понедельника.",
    "uk": "Президент заявив, що переговори не можуть розпочатися раніше понеділка, сказав він.",
    "es": "El presidente declaró que las negociaciones no podrían comenzar antes del lunes.",
    "zh": "总统表示，谈判不可能在星期一之前开始。双方都说愿意继续对话，但没有提出新的建议。" * 2,
}


@pytest.mark.parametrize(("code", "text"), [("en", ENGLISH), *OTHERS.items()])
def test_the_language_of_a_text_is_told(code: str, text: str) -> None:
    assert language_of(text) == code


def test_the_same_text_always_gives_the_same_code() -> None:
    text = "Talks halt. Summit canal. Accord final. Mission normal, mandat total, effort mutual."
    assert len({language_of(text) for _ in range(10)}) == 1


@pytest.mark.parametrize("text", ["", "Too short.", "1234567890 " * 20, "— … —" * 20])
def test_nothing_is_said_of_too_few_letters(text: str) -> None:
    assert language_of(text) == ""
