"""What lies where in a case folder? The case, its sources, its dossier and its brief."""

from dataclasses import dataclass
from pathlib import Path

from tracktwo.errors import InputError


@dataclass(frozen=True, slots=True)
class CaseFolder:
    """A folder with a ``case.toml``.

    Attributes
    ----------
    root : Path
        The folder itself.
    """

    root: Path

    @property
    def file(self) -> Path:
        """The case: parties, issues, positions."""
        return self.root / "case.toml"

    @property
    def sources(self) -> Path:
        """The folder of source documents."""
        return self.root / "sources"

    @property
    def dossier(self) -> Path:
        """The store of what was read and decided."""
        return self.root / "dossier.sqlite"

    @property
    def mark(self) -> Path:
        """Which reader made the readings in the store."""
        return self.root / "dossier.sqlite.reader"

    @property
    def decisions(self) -> Path:
        """Decisions kept as a file, which travel with the case; it need not exist."""
        return self.root / "decisions.jsonl"

    @property
    def forecasts(self) -> Path:
        """The forecast ledger; it need not exist."""
        return self.root / "forecasts.jsonl"

    @property
    def page(self) -> Path:
        """The briefing."""
        return self.root / "brief" / "index.html"

    def source_files(self) -> list[Path]:
        """Give the source documents in order of name; hidden files are none."""
        inside = (path.relative_to(self.sources) for path in sorted(self.sources.rglob("*")))
        seen = [path for path in inside if not any(part.startswith(".") for part in path.parts)]
        return [self.sources / path for path in seen if (self.sources / path).is_file()]


def is_case(path: Path) -> bool:
    """Tell whether a path is a case folder or the ``case.toml`` in it."""
    return path.name == "case.toml" or (path / "case.toml").is_file()


def case_folder(path: Path) -> CaseFolder:
    """Give the case folder that a path names.

    Raises
    ------
    InputError
        If there is no ``case.toml``.
    """
    root = path.parent if path.name == "case.toml" else path
    if not (root / "case.toml").is_file():
        arrived = "has no case.toml in it" if root.is_dir() else "is no folder"
        raise InputError(
            f"{root}: {arrived}; a case folder was needed; make one with: tracktwo init {root}"
        )
    return CaseFolder(root)
