"""Do charts show their numbers, keep their labels apart, and choose the right window?"""

import re
from itertools import pairwise, product
from types import ModuleType

from hypothesis import given
from hypothesis import strategies as st

from tracktwo.brief.charts.grades import grade_grid
from tracktwo.brief.charts.likelihood import likelihood_scale
from tracktwo.brief.charts.timeline import crowded_since, timeline
from tracktwo.brief.charts.years import scale_of
from tracktwo.brief.charts.zone import zone
from tracktwo.brief.figures import (
    Chance,
    GradeGrid,
    LikelihoodScale,
    Moment,
    Plot,
    Timeline,
    Zone,
)
from tracktwo.brief.packages import placed
from tracktwo.brief.sections.zone import plots

moments = st.builds(
    lambda start, length, claimed: Moment(
        start, start + length, f"{start:g}", "words " * 9, claimed
    ),
    st.floats(1900, 2030),
    st.sampled_from([0.003, 0.08, 1.0, 5.0]),
    st.booleans(),
)


@given(st.lists(moments, min_size=1, max_size=30))
def test_labels_of_one_height_never_overlap(world: ModuleType, found: list[Moment]) -> None:
    drawn = timeline(Timeline(tuple(sorted(found, key=lambda m: m.start))), "A timeline of words")
    for chart in world.pieces(drawn):
        leaders = [
            (float(each.get("x1")), float(each.get("y1")))
            for each in chart.xpath(".//*[@class='lead']")
        ]
        heads = chart.xpath(".//*[contains(@class, 'k sm halo')]")
        assert len(heads) == len(leaders)
        spans: dict[str, list[tuple[float, float]]] = {}
        for head in heads:
            x = float(head.get("x"))
            ends = (x - 160, x) if "end" in head.get("class") else (x, x + 160)
            spans.setdefault(head.get("y"), []).append(ends)
        for row in spans.values():
            ordered = sorted(row)
            pairs = pairwise(ordered)
            assert all(one[1] <= other[0] + 1e-3 for one, other in pairs)


@given(st.lists(moments, min_size=1, max_size=30))
def test_every_moment_has_its_mark(world: ModuleType, found: list[Moment]) -> None:
    ordered = tuple(sorted(found, key=lambda m: m.start))
    points = [m for m in ordered if m.end - m.start <= 1.01]
    first = world.pieces(timeline(Timeline(ordered), "A timeline of words"))[0]
    assert len(first.xpath(".//*[@class='moment']")) == len(points)


def test_a_crowd_in_the_last_years_is_drawn_again_on_its_own_line() -> None:
    early = [Moment(1990 + n, 1990 + n + 0.01, str(n)) for n in range(4)]
    late = [Moment(2020 + n / 10, 2020 + n / 10 + 0.01, str(n)) for n in range(10)]
    block = Timeline((*early, *late))
    assert crowded_since(block) == 2020
    assert timeline(block, "A timeline of words").count("<svg") == 2
    assert crowded_since(Timeline(tuple(early))) is None


@given(st.floats(1700, 2100), st.floats(0.0, 400))
def test_ticks_stand_on_the_line_and_few_of_them_have_names(first: float, length: float) -> None:
    scale = scale_of(first, first + length)
    shares = [scale.share(tick.at) for tick in scale.ticks]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    assert 1 <= sum(bool(tick.name) for tick in scale.ticks) <= 16
    assert 0 <= scale.share(first) <= scale.share(first + length) <= 1


def test_the_grid_writes_each_count_once_and_leaves_empty_cells_empty() -> None:
    counts = tuple(tuple(int(r == 1 and c == 2) * 7 for c in range(6)) for r in range(6))
    drawn = grade_grid(GradeGrid(counts), "A grid of seven statements by grade")
    assert re.findall(r">(\d+)</text>", drawn) == ["1", "2", "3", "4", "5", "6", "7"]
    assert drawn.count("<rect") == 36


def test_an_estimate_is_a_dot_on_a_line_and_a_sources_word_is_dashed() -> None:
    scale = LikelihoodScale((Chance("ours", 20, 45, 30), Chance("theirs", 55, 80, theirs=True)))
    drawn = likelihood_scale(scale, "Two entries on the scale of likelihood words")
    assert drawn.count('class="ours"') == drawn.count('class="theirs"') == 2  # wide and narrow
    assert drawn.count('class="dot"') == 2


def test_packages_are_those_that_the_rules_permit_with_their_worth(world: ModuleType) -> None:
    case = world.case()
    found = {package.options: package for package in placed(case)}
    assert set(found) == set(product(range(3), range(2)))
    best = found[1, 0]  # slowly, joint
    assert best.refused_by == frozenset()
    assert found[0, 0].refused_by == {1}
    assert found[2, 1].refused_by == {0}


def test_the_picture_marks_each_package_by_what_the_two_make_of_it(world: ModuleType) -> None:
    material = world.with_case()
    (plot,) = plots(material.case, material.settlement)
    marks = dict(plot.dots)
    assert marks["acceptable"] == ((80.0, 35.0), (30.0, 35.0))
    assert len(marks["excluded"]) == 4
    assert marks["nash"] == ((80.0, 35.0),)
    assert plot.bands == ((10.0, 20.0, 30.0), (10.0, 20.0, 30.0))


def test_one_pair_is_drawn_large_and_narrow_and_more_as_small_multiples() -> None:
    plot = Plot(((0, "Darsa"), (1, "Velm")), (("acceptable", ((50.0, 50.0),)),))
    one = zone(Zone((plot,)), "Packages by points to Darsa and to Velm")
    assert re.findall(r'class="(wide|narrow)"', one) == ["wide", "narrow"]
    several = zone(Zone((plot, plot, plot)), "Packages by points to pairs of parties")
    assert several.count("<svg") == 3
    assert "1 point acceptable to both" in several
