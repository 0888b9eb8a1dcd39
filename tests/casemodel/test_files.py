"""Reading a case from disk, and what cannot be read."""

from hashlib import sha256
from pathlib import Path

import pytest

from tracktwo.casemodel.files import MOST_BYTES, load_case
from tracktwo.errors import CaseError

ROOT = Path(__file__).parents[2]
TEXT = '[case]\nid = "x"\ntitle = "Łódź"\nas_of = 2025-01-31\n'


def test_a_folder_and_its_file_give_the_same_case(tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    file.write_bytes(TEXT.replace("\n", "\r\n").encode())
    case = load_case(tmp_path)
    assert case == load_case(file)
    assert case.sha256 == sha256(file.read_bytes()).hexdigest()


def test_a_missing_case_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"cannot be read: no such file .*; name a case file"):
        load_case(tmp_path / "none")
    with pytest.raises(CaseError, match=r"case\.toml: cannot be read"):
        load_case(tmp_path)


def test_bytes_that_are_not_utf_8_are_named_by_their_place(tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    file.write_bytes(TEXT.encode("iso8859-2"))
    with pytest.raises(CaseError, match=r"byte 25: is not UTF-8; save the file as UTF-8"):
        load_case(file)


def test_a_huge_file_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    file = tmp_path / "case.toml"
    with file.open("wb") as sparse:
        sparse.truncate(MOST_BYTES + 1)
    with pytest.raises(CaseError, match="is larger than 10,000,000 bytes"):
        load_case(file)


def test_the_error_names_the_file_that_was_read(tmp_path: Path) -> None:
    file = tmp_path / "nile.toml"
    file.write_text("")
    with pytest.raises(CaseError, match=r"^nile\.toml: 1 to mend\ncase: is missing$"):
        load_case(file)


@pytest.mark.parametrize("path", sorted(ROOT.glob("ca*/*/")), ids=lambda path: path.name)
def test_the_cases_that_ship_are_sound(path: Path) -> None:
    assert load_case(path).id == path.name
