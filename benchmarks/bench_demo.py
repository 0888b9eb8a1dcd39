"""What does ``make demo`` cost the second time, when everything is installed and read?"""

from child import cost_of
from row import Row, hand_over
from texts import ROOT


def measure() -> list[Row]:
    """Run ``make demo`` twice and time the second."""
    cost_of(["make", "--silent", "demo"], cwd=ROOT)
    again = cost_of(["make", "--silent", "demo"], cwd=ROOT)
    return [
        Row("make demo, second time: seconds", f"{again.seconds:.1f} s", aim="at most 15 s"),
        Row("make demo, second time: peak memory", f"{again.megabytes:.0f} MB", aim="at most 1 GB"),
    ]


if __name__ == "__main__":
    hand_over(measure())
