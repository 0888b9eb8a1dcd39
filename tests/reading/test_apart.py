"""What is said ends where another's act begins."""

from collections.abc import Callable

from tracktwo.reading.reading import Reading

Read = Callable[..., Reading]


def test_what_another_announced_is_no_part_of_what_was_said(read: Read) -> None:
    found = read(
        "It was not the outcome of the talks, the Harbour Council said, and Torvay announced that "
        "it would begin to fill the lake."
    )
    said = {each.speaker.name: each.quote for each in found.statements if each.speaker}
    assert said["Harbour Council"] == "It was not the outcome of the talks"
    assert said["Torvay"] == "it would begin to fill the lake"


def test_a_quotation_goes_on_behind_its_attribution(read: Read) -> None:
    found = read(
        "“We will open the books,” Mira Halvard said, “the day the complaint is withdrawn.”"
    )
    (said,) = (each for each in found.statements if each.core)
    assert len(said.content) == 2
    assert said.quote.endswith("withdrawn.”")


def test_a_company_goes_by_its_name_without_its_form(read: Read) -> None:
    found = read("Keyline Ltd refused to pay. On Monday Keyline offered a loan.")
    assert {each.speaker.name for each in found.statements if each.speaker} == {"Keyline Ltd"}
