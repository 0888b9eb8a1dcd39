"""Levers: what they promise is what the compromise does when the input is changed."""

import math

import pytest
from hypothesis import given, settings
from tests.analyses.outlook.fields import Row, field_of, rows

from tracktwo.analyses.outlook.compromise import compromise
from tracktwo.analyses.outlook.levers import Handle, levers

slow = settings(deadline=None)

PLACES: dict[Handle, tuple[int, float, float]] = {
    "capability": (0, 0, math.inf),
    "salience": (1, 0, 1),
    "position": (2, 0, 100),
}


def forecast(some: list[Row]) -> float:
    if not any(capability * salience > 0 for capability, salience, _ in some):
        return math.nan
    return float(compromise(field_of(some))[0].outcomes[0])


def changed(some: list[Row], party: int, handle: Handle, unit: float) -> list[Row]:
    place, low, high = PLACES[handle]
    row = list(some[party])
    row[place] = min(max(row[place] + unit, low), high)
    return [*some[:party], (row[0], row[1], row[2]), *some[party + 1 :]]


@slow
@given(rows)
def test_each_lever_does_what_a_new_forecast_would_show(some: list[Row]) -> None:
    before = forecast(some)
    for lever in levers(field_of(some)):
        party = int(lever.party[1:])
        for unit, promised in ((lever.unit, lever.raised), (-lever.unit, lever.lowered)):
            after = forecast(changed(some, party, lever.handle, unit))
            assert promised == pytest.approx(after - before, abs=1e-9, nan_ok=True)


@slow
@given(rows)
def test_slopes_are_derivatives(some: list[Row]) -> None:
    step = 1e-6
    for lever in levers(field_of(some)):
        place = PLACES[lever.handle][0]
        row = list(some[int(lever.party[1:])])
        if lever.handle != "position" and row[0] * row[1] < 0.1:
            continue  # too near to no weight at all for a difference quotient
        room = changed(some, int(lever.party[1:]), lever.handle, -lever.unit * step)
        back = some[int(lever.party[1:])][place] - room[int(lever.party[1:])][place]
        if back:
            quotient = (forecast(some) - forecast(room)) / step
            assert lever.slope == pytest.approx(quotient, rel=1e-3, abs=1e-5)


@slow
@given(rows)
def test_a_unit_from_everybody_is_a_unit_of_the_compromise(some: list[Row]) -> None:
    slopes = [each.slope for each in levers(field_of(some)) if each.handle == "position"]
    assert sum(slopes) == pytest.approx(1)


def test_there_is_no_room_beyond_the_ends() -> None:
    position, salience, capability = levers(field_of([(1, 1, 100), (1, 1, 0)]))[:3]
    assert (position.raised, position.lowered) == (0, -0.5)
    assert salience.raised == 0
    assert capability.raised == pytest.approx(200 / 3 - 50)


def test_without_the_only_voice_there_is_no_compromise() -> None:
    capability = levers(field_of([(1, 1, 100), (0, 1, 0)]))[2]
    assert math.isnan(capability.lowered)
