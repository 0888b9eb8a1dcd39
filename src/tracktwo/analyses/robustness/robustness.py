"""What does the conclusion hang on? Numbers, the choice of model, documents: the whole of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo import __version__
from tracktwo.analyses.outlook.choices import chosen
from tracktwo.analyses.outlook.from_case import ranges_of, scales_of
from tracktwo.analyses.outlook.models import model_named
from tracktwo.analyses.outlook.multiverse import Multiverse, multiverse
from tracktwo.analyses.outlook.together import groups
from tracktwo.analyses.robustness.sobol import Index, sobol
from tracktwo.analyses.robustness.tornado import Tornado, tornado
from tracktwo.analyses.robustness.without import Losses, leave_one_out
from tracktwo.analyses.settlement.settlement import Making
from tracktwo.casemodel.case import Case
from tracktwo.casemodel.outlook import Scale

if TYPE_CHECKING:
    from tracktwo.scaleout.spread import Map


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked.

    Attributes
    ----------
    model : str
        Whose forecasts are tested; of those that look at one scale alone.
    scales : tuple of str
        Ids; all that have a stance if empty.
    settings : tuple of (name, value)
        The model's open choices, in the user's words.
    draws : int
        How many draws each reading of the multiverse is run on.
    base : int
        Samples to begin the Sobol indices with, a power of 2.
    seed : int
        Of both.
    """

    model: str = "compromise"
    scales: tuple[str, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    draws: int = 100
    base: int = 256
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Tested:
    """What the forecast on one scale hangs on; `indices` by total share, the largest first."""

    scale: Scale
    tornado: Tornado
    indices: tuple[Index, ...]
    multiverse: Multiverse


@dataclass(frozen=True, slots=True, eq=False)
class RobustnessResult:
    """What the forecasts hang on, scale by scale, and what documents both conclusions hang on."""

    scales: tuple[Tested, ...]
    losses: Losses
    making: Making


def robustness(
    case: Case,
    asked: Asked | None = None,
    origin: Mapping[str, str] | None = None,
    over: "Map" = map,
) -> RobustnessResult:
    """Test what the forecasts and the settlement of a case hang on.

    Parameters
    ----------
    case : Case
        With an ``[outlook]`` section, issues, or both.
    asked : Asked, optional
        Model, scales, draws.
    origin : mapping of statement id to file, optional
        As `leave_one_out` takes it.
    over : callable
        A map, which may use processes or a cluster; the result is the same.

    Returns
    -------
    RobustnessResult
        Without an outlook its `scales` are empty, and only the settlement is tested.

    Raises
    ------
    CaseError
        If a scale is asked for that is not there.
    InputError
        If there is no such model or choice.
    """
    asked = asked or Asked()
    model = model_named(asked.model)
    choices = chosen(model, dict(asked.settings))
    wanted = case.outlook is not None or asked.scales
    scales = scales_of(case, asked.scales) if wanted else ()
    parameters = (
        ("model", model.name),
        *asked.settings,
        ("draws", str(asked.draws)),
        ("base", str(asked.base)),
        ("seed", str(asked.seed)),
    )
    return RobustnessResult(
        tuple(_tested(case, scale, scales, (model.name, choices), asked, over) for scale in scales),
        leave_one_out(case, model, choices, origin, over),
        Making(case.sha256, "robustness", __version__, parameters),
    )


def _tested(  # noqa: PLR0913, PLR0917 - one scale among its fellows, and how it is tested
    case: Case,
    scale: Scale,
    scales: tuple[Scale, ...],
    reading: tuple[str, object],
    asked: Asked,
    over: "Map",
) -> Tested:
    """Test one scale; a model that takes several together sees the others at their best values."""
    ids = [each.id for each in scales]
    model = model_named(reading[0])
    group = next(each for each in groups(case, model, ids) if scale.id in each)
    ranges, column = ranges_of(case, group), group.index(scale.id)
    return Tested(
        scale,
        tornado(ranges, column, reading),
        sobol(ranges, column, reading, base=asked.base, seed=asked.seed),
        multiverse(ranges_of(case, [scale.id]), draws=asked.draws, seed=asked.seed, over=over),
    )
