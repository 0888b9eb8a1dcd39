"""The first ``case.toml`` of a new case: guidance on every section, and examples to uncomment."""

TEMPLATE = """\
#:schema case.schema.json
## A case of Tracktwo. Lines with ## explain. Lines with # are examples: take the # away to use
## them, and put your own in their place. Check the file with `tracktwo check`.
##
## Numbers that matter stand in quotes ("40.5"), so that they never round. An estimate is one
## number, or { low = "30", best = "40", high = "50" }. Evidence is the id of a statement that the
## program read ("st:9c1f"), or { source = "file.md", words = "exact words of that file" }.

[case]
## id: letters, digits, - and _. as_of: the day for which everything here holds.
id = "<ID>"
title = "<TITLE>"
as_of = "<AS_OF>"
question = "<QUESTION>"
about = ""

## Who negotiates. no_agreement: what having no agreement is worth to the party, in the points of
## its positions below; it refuses every package that is worth less. Leave it out if not known.

# [parties.upstream]
# name = "Upstream state"
# speakers = ["its foreign minister"]
# no_agreement = { low = "20", best = "30", high = "45" }

# [parties.downstream]
# name = "Downstream state"

## What is to be settled, and every way in which it can be settled: id = "title".

# [issues.filling]
# title = "How fast the reservoir is filled"
# options = { three_years = "within three years", seven_years = "within seven years" }

# [issues.disputes]
# title = "Who settles disputes"
# options = { talks = "talks between the states", arbitration = "binding arbitration" }

## An issue that is a number has a scale instead of options: its options are the steps.

# [issues.release]
# title = "Water released each year"
# scale = { from = "30", to = "40", step = "1", unit = "billion cubic metres" }

## What each party wants on each issue. weight: what the issue is worth to it among all issues.
## points: the worth of every option, 0 to 100. A package is worth the sum of weight x points over
## the issues, divided by 100. refuses: options that are red lines. Leave weight and points out
## where only red lines are known; a party that is silent on an issue gets 0 from every option.

# [[positions]]
# party = "upstream"
# issue = "filling"
# weight = { low = "50", best = "60", high = "70" }
# points = { three_years = "100", seven_years = "40" }
# evidence = ["st:9c1f"]
# estimate_by = "analyst"

## On a scale points are given for its two ends, and for steps between them where the line bends.
## Where only orders are known: order (best first, ties as a list inside) in place of points, and
## rank (1 for the issue that matters most) in place of weight, on all issues of the party. Then
## no_agreement_as, a package that is worth as much, may stand in place of no_agreement.

# [[positions]]
# party = "upstream"
# issue = "release"
# weight = "40"
# points = { "30" = "100", "37" = "60", "40" = "0" }
# refuses = [">39"]

# [[positions]]
# party = "downstream"
# issue = "release"
# rank = 1
# order = "highest first"

# [[positions]]
# party = "downstream"
# issue = "disputes"
# rank = 2
# order = ["arbitration", "talks"]

# [[positions]]
# party = "downstream"
# issue = "filling"
# refuses = ["three_years"]
# evidence = [{ source = "interview.md", words = "three years is out of the question" }]
# note = "Said before the drought."

## What a party refuses only together: a package with one of these options on each of the issues.

# [[refusals]]
# party = "downstream"
# together = { filling = ["seven_years"], disputes = ["talks"] }
# note = "Neither is refused by itself."

## What cannot go together: where every `if` holds, every `then` must.

# [[rules]]
# if = { filling = "three_years" }
# then = { disputes = ["arbitration"] }
# because = "A fast filling needs somebody who can stop it."

## Who has to accept: all of must, and at_least so many of the rest. Without this, all parties.

# [acceptance]
# must = ["upstream"]
# at_least = 1

## What each party could do, and how it orders what follows: the most important statement first.
## moves: "N->Y" for what cannot be undone. impossible: conditions that no state may meet.

# [stability]
# impossible = ["strike and sign"]

# [stability.options]
# sign = { title = "Sign the schedule", by = "upstream" }
# strike = { title = "Strike the dam", by = "downstream", moves = "N->Y" }

# [stability.preferences.upstream]
# statements = ["not strike", "not sign"]

# [stability.preferences.downstream]
# statements = ["sign", "not strike"]

## Where the parties stand on a scale. capability: what each could bring to bear, in one unit for
## all. salience: how much it cares, 0 to 100. Without a stance a party has no say on that scale.

# [outlook.capability]
# upstream = { low = "40", best = "50", high = "70" }
# downstream = "100"

# [outlook.scales.years]
# title = "Years until the reservoir is full"
# low = "1"
# high = "20"
# unit = "years"
# anchors = { "3" = "as the builders plan", "12" = "no harm in a dry year" }

# [[outlook.stances]]
# party = "upstream"
# scale = "years"
# position = "3"
# salience = { low = "70", best = "80", high = "90" }
# estimate_by = "A. Analyst"

# [[outlook.stances]]
# party = "downstream"
# scale = "years"
# position = { low = "7", best = "12", high = "15" }
# salience = "95"
# evidence = ["st:9c1f"]

## People, offices and organisations that the program does not know.
## type: person, office, government, state, alliance, organisation, media, group or region.

# [[actors]]
# id = "water-minister"
# name = "the water minister"
# type = "office"
# aliases = ["the minister of water"]
# speaks_for = "upstream"
# roles = [{ title = "minister of water", of = "upstream", since = "2019-04" }]

## What you judge, on what basis. confidence: low, moderate or high.

# [[judgements]]
# text = "A slow filling is within reach."
# by = "A. Analyst"
# on = 2025-01-31
# confidence = "moderate"
# basis = ["st:9c1f"]
# would_change = "A dry year before the filling begins."

## What you take as given so that the analysis can proceed.

# [[assumptions]]
# text = "Both governments stay in office for a year."
# by = "A. Analyst"

## Named futures. sets: what is otherwise then, by its place; a position by party and issue.

# [[scenarios]]
# name = "Drought"
# text = "Two dry years follow each other."
# probability = { low = "0.1", best = "0.2", high = "0.3" }
# by = "A. Analyst"
# sets = { "parties.upstream.no_agreement" = "60", "outlook.capability.downstream" = "80" }

## Questions about the future, with the day on which they are settled. outcome: "yes" or "no".

# [[forecasts]]
# question = "Will the states sign a filling schedule?"
# probability = { low = "0.3", best = "0.4", high = "0.55" }
# by = "A. Analyst"
# made_on = 2025-01-31
# resolves_on = 2025-12-31
# criteria = "Both governments publish the signed text."

## Questions that the brief answers from the sources.

# [questions]
# ask = ["Has either side named a limit on the filling?"]

## What you say of a source. reliability: A (completely reliable) to F (cannot be judged).
## credibility of what it says: 1 (confirmed) to 6 (cannot be judged).

# [[sources]]
# file = "interview.md"
# reliability = "B"
# credibility = "2"
# by = "A. Analyst"
# reason = "The broadcaster publishes the full recording."
# date = "2024-11"
"""
