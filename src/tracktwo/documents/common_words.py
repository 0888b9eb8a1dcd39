"""Which words are ordinary English, although names are made of them?

The lists decide what is *not* read as a name that lost its capital, so a word too many costs a
repair and a word too few costs a wrong one.
"""

from typing import Final


def words(listed: str) -> frozenset[str]:
    """Make a set of words from a list with spaces between.

    >>> sorted(words("of the"))
    ['of', 'the']
    """
    return frozenset(listed.split())


FUNCTION_WORDS: Final = words(
    """
    a an the this that these those some any no every each either neither both all few many much
    several such same other another own i you he she it we they me him her us them my your his
    its our their mine yours hers ours theirs myself himself herself itself ourselves themselves
    who whom whose which what when where why how and or but nor so yet for if unless although
    though because since while whereas until till than as of in on at by to from with without
    within into onto upon over under above below between among amid through throughout during
    before after about against along across around behind beside besides beyond despite except
    inside near off out outside past per towards toward up down via is are was were be been
    being am do does did doing done have has had having will would shall should can could may
    might must ought need dare not never always often sometimes usually again also too very just
    only even still already now then once here there today tomorrow yesterday soon later earlier
    recently meanwhile however therefore thus hence moreover furthermore instead indeed perhaps
    maybe said says say told asked added noted argued called according yes one two three four
    five six seven eight nine ten first second third last next new old more most less least
    """
)
"""Words that are never a name, nor the part of one that a capital is given back to."""

ROLES: Final = words(
    """
    admiral ambassador analyst archbishop author ayatollah bishop captain cardinal chair
    chairman chairwoman chancellor chief colonel commander commissioner congressman
    correspondent deputy director doctor editor emperor envoy expert fellow general governor
    head host imam judge justice king leader lieutenant major mayor minister moderator officer
    official officials pope premier president prime prince princess professor queen rabbi
    reporter representative secretary senator sergeant sheikh speaker spokesman spokesperson
    spokeswoman sultan vice
    """
)
"""Titles and roles: good English in either case."""

NAME_PARTS: Final = words(
    """
    administration affairs agency agreement air alliance allies ally appeal area army
    arrangement article assembly association authorities authority bank banks base bay board
    body border branch bridge bureau cabinet camp canal capital castle cathedral center centre
    chamber channel charter church city civil club coalition coast code college command
    commission committee common commonwealth communique communist community company
    confederation conference congress constitution contact convention cooperation corporation
    corps corridor council country county court courts creek crisis crown customs dam day
    declaration defence defense delegation delta democrat democratic department desert
    development district division document draft east eastern economic economy election
    elections embassy emergency empire energy environment estate executive export falls family
    far federal federation finance fire fleet force forces foreign forest forum foundation
    framework free freedom front fund garden gate global government grand great green group
    guard gulf hall harbor harbour health high hill hills history holy home hotel house human
    independence independent initiative institute institution intelligence interim interior
    international investigation island islands joint journal jury labor labour lake land law
    league left liberal liberation library line local lower maritime market medical meeting
    memorandum military ministry mission monitor monitoring monument morning motion mountain
    mountains movement museum mutual nation national nations navy network news newspaper north
    northern nuclear observer ocean office operation opposition order organisation organization
    pact palace paper park parliament parliamentary partnership party pass peace peninsula
    people peoples plan plateau point police policy political pool port position post power
    powers press process program programme project protocol province public radio rail rapid
    record red region regional register relief report republic republican republicans resistance
    resolution review revolution right rights ring river road royal rule sanctions school sea
    security senate service services shore side social socialist society south southern
    sovereign space special square stadium staff state statement states station strait street
    strip summit super supreme table task television territories territory theatre times tower
    trade transport treasury treaty tribunal tribune trust truth union unions unit united unity
    university upper valley village war wars watch water way welfare west western white wing
    winter world year
    """
)
"""Common nouns and adjectives out of which institutions and places make their names."""

ALSO_NAMES: Final = words(
    """
    ace amber angel angels art ash autumn bailey baker barber bass bean bear bell berry best
    bill bird black blue bond booth bow bowman boy brand brook brooks brown buck bull bush
    butcher butler carpenter carter case cash chance chase cherry chin china chip christian clay
    clear cliff cloud cole cook cooper cope cotton cox crane crisp cross cruise daily daisy dale
    dawn dean dear dick dock dove drake draw drew dusk dyer earl early easter faith fall farmer
    field fields finch fine fisher flint flood flower flowers ford foster fox frank freed
    freeman friend frost fry gale gates gay gene gentle gill glass gold golden good gore grace
    grain grant grave graves gray grey gross grove guy hale ham hammer hand hardy harp hart hawk
    hay heath hedge holly hood hook hope horn hunt hunter iris iron ivory ivy jack jade jay jean
    jersey job jolly joy june keen key keys kid knight lance lane lark laws lay leach lee lily
    little long lord love low luck male man march mark marks marsh mason mercy mile miles mill
    miller mint mode monday moon moor moss nail nice noble norm page parker peak pearl penny
    pepper pike plum polish pond poole porter potter potts pound price pride quick rain ray reed
    rice rich ridge rivers robin rock rod roman root rose ruby rush russet sage sandy savage
    scott sharp shell shepherd short silver singer skinner slater small smart smith snow sparks
    spring stark steel stern stone story strange strong stroud styles summer sunday swan swift
    tailor taylor temple thorn tiger tom turkey turner vale van victor victoria violet wade
    walker wall ward waters weaver weeks well wells wheeler wild wise wolf wood woods worth
    wright young
    """
)
"""Words that are also surnames, first names, months, states or peoples."""

COMMON: Final = FUNCTION_WORDS | ROLES | NAME_PARTS | ALSO_NAMES
"""Every word above: a lower-case one is taken as it stands."""
