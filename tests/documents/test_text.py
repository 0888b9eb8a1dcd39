"""Plain text in any encoding: clean text stays, damaged text is repaired and mapped back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.documents.encoding import decoded, looks_binary
from tracktwo.documents.mojibake import mojibake_edits
from tracktwo.documents.text import read_text

FRENCH = "Le président a déclaré: «Nous n’accepterons pas.» Un café, été comme hiver."
RUSSIAN = "Президент заявил, что переговоры возможны только после прекращения огня."
POLISH = "Polska zażądała wycofania wojsk; wódz żąda świętości i chce pokoju."
GREEK = "Η Ελλάδα ζήτησε την αποχώρηση των στρατευμάτων από το νησί."
CHINESE = "中国政府要求谈判。这很重要，我们同意继续对话。"


@given(st.text(st.sampled_from("aé“”’—\n ,.日Жß"), max_size=80))
def test_a_clean_utf8_file_comes_out_as_it_went_in(text: str) -> None:
    main = read_text(text.encode())
    assert main.text == main.source == text
    assert all(main.back.kept)
    assert main.notes == ()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((FRENCH, name) for name in ("cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32")),
        *((RUSSIAN, name) for name in ("cp1251", "koi8_r", "utf-8-sig")),
        *((POLISH, "cp1250"), (GREEK, "cp1253"), (CHINESE, "gb18030")),
    ],
)
def test_text_is_read_in_the_encoding_it_was_written_in(text: str, encoding: str) -> None:
    written = (text + "\n") * 4
    main = read_text(written.encode(encoding))
    assert main.text == written
    assert "\ufeff" not in main.source


def test_the_encoding_that_is_declared_is_taken_over_a_guess() -> None:
    turkish = "Türkiye’nin güvenliği için görüşmeler şart"
    assert read_text(turkish.encode("cp1254"), "windows-1254").text == turkish


def test_utf8_wins_over_a_declaration_that_is_wrong() -> None:
    assert read_text(RUSSIAN.encode(), "iso-8859-1").text == RUSSIAN


@pytest.mark.parametrize("declared", ["no-such-codec", "hex", "unicode_escape", "utf-7", "\0"])
def test_an_encoding_that_is_none_is_not_trusted(declared: str) -> None:
    assert decoded("“No”".encode("cp1252"), declared).text == "“No”"


def test_a_file_cut_inside_a_letter_is_still_utf8() -> None:
    cut = decoded("Zürich, “yes”".encode()[:-1])
    assert cut.encoding == "utf-8"
    assert cut.text == "Zürich, “yes\ufffd"
    assert cut.notes


def test_lone_surrogates_pass_through() -> None:
    data = "a\ud800b".encode("utf-8", "surrogatepass")
    assert decoded(data).text == "a\ud800b"


def test_random_bytes_look_binary_and_text_does_not() -> None:
    assert looks_binary(bytes(range(256)) * 4)
    assert not looks_binary(RUSSIAN.encode("koi8_r"))
    assert not looks_binary(FRENCH.encode("utf-16"))


def test_line_ends_become_line_feeds_and_lead_back() -> None:
    main = read_text(b"one\r\ntwo\rthree\n")
    assert main.text == "one\ntwo\nthree\n"
    assert main.source == "one\r\ntwo\rthree\n"
    first, last = main.back.span(4, 7)
    assert main.source[first:last] == "two"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Putinâ€™s demands â€œgo beyondâ€\x9d Ukraine", "Putin’s demands “go beyond” Ukraine"),
        ("le prÃ©sident a dÃ©clarÃ©", "le président a déclaré"),
        ("Ð¿Ñ€ÐµÐ·Ð¸Ð´ÐµÐ½Ñ‚ Ð¸ Ð¼Ð¸Ñ€", "президент и мир"),
    ],
)
def test_letters_read_in_the_wrong_encoding_are_put_right(wrong: str, right: str) -> None:
    main = read_text(wrong.encode())
    assert main.text == right
    assert main.source == wrong
    assert any("repaired" in note for note in main.notes)


def test_a_repair_leaves_the_words_around_it_mapped_letter_by_letter() -> None:
    main = read_text("Putinâ€™s demands".encode())
    first, last = main.back.span(main.text.index("demands"), len(main.text))
    assert main.source[first:last] == "demands"


@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, POLISH, GREEK, CHINESE, "AÇÃO, São Paulo", "Å"])
def test_clean_text_in_any_language_is_left_alone(text: str) -> None:
    assert list(mojibake_edits(text)) == []
