"""Which tabs does the workbook of a case have, and what are its rows and columns called?"""

CASE, ISSUES, RULES, TOGETHER, OTHER = "Case", "Issues", "Rules", "Refused together", "Other"
KNOWN = (CASE, ISSUES, RULES, TOGETHER, OTHER)

CASE_ROWS = ("id", "title", "as_of", "question", "about", "must", "at_least")
PARTY_ROWS = (
    "party",
    "name",
    "speakers",
    "no agreement low",
    "no agreement best",
    "no agreement high",
    "no agreement as",
)
ISSUE_COLUMNS = ("issue", "title", "from", "to", "step", "unit")
POSITION_COLUMNS = (
    "issue",
    "title",
    "weight low",
    "weight best",
    "weight high",
    "rank",
    "estimate by",
    "note",
    "evidence",
)
POSITION_ROWS = ("option", "points", "order", "refused")
RULE_COLUMNS = ("if", "then", "because", "evidence")
TOGETHER_COLUMNS = ("party", "together", "note", "evidence")
ENDS = ("low", "best", "high")
MARKS = ("x", "×", "✗", "refused", "yes")
"""What stands under an option that is refused."""
