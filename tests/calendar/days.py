"""Every day of 2024 to 2026 as a running server tells it, beside three other calendars: PyPI chinesecalendar and holidays,
npm chinese-days.

A day on which one of them differs stands in differences.tsv with the words of the notice; any other difference fails. Whatever
is in that table and is no difference (any more) fails as well.
"""

import datetime
import json
import subprocess
import sys
from pathlib import Path

import holidays
from chinese_calendar import constants as chinese_calendar

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from checks import Tally, get_json  # noqa: E402
from yuren import server  # noqa: E402

YEARS = (2024, 2025, 2026)
FIRST, LAST = datetime.date(YEARS[0], 1, 1), datetime.date(YEARS[-1], 12, 31)
DATES = [FIRST + datetime.timedelta(days) for days in range((LAST - FIRST).days + 1)]


def kind(date, is_off, is_made_up):
    """What kind of day a date is, by whether a calendar calls it off or made up for."""
    if is_off:
        return "off_day"
    if is_made_up:
        return "makeup_workday"
    return "weekend" if date.isoweekday() > 5 else "workday"


def by_chinesecalendar():
    """Off days, make-up workdays and bridged days stand in its constants. It does not tell statutory days from substitutes."""
    return {
        date: {
            "kind": kind(date, date in chinese_calendar.holidays, date in chinese_calendar.workdays),
            "bridged": date in chinese_calendar.in_lieu_days,
        }
        for date in DATES
    }


def by_holidays():
    """It names statutory days, "observed" ones (substitutes) and "substituted" ones (bridged), but no weekend inside a range."""
    calendar = holidays.country_holidays("CN", years=YEARS, language="en_US")

    def reason(date):
        name = calendar.get(date)
        if name is None:
            return None
        if "substituted from" in name:
            return "bridged"
        return "substitute" if name.endswith("(observed)") else "statutory"

    return {date: {"worked": calendar.is_working_day(date), "reason": reason(date)} for date in DATES}


def by_chinese_days():
    """A day that it names after a holiday is off or made up for; the others it names after the weekday."""
    command = ["node", HERE / "chinese_days.js", FIRST.isoformat(), LAST.isoformat()]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    def day(date):
        said = told[date.isoformat()]
        is_named = "," in said["name"]
        return {
            "kind": kind(date, is_named and not said["work"], is_named and said["work"]),
            "bridged": said["inLieu"],
        }

    return {date: day(date) for date in DATES}


def as_told_by(package, ours):
    """Our day in the words that the package has for it."""
    if package == "holidays":
        reason = ours["off_reason"]
        return {
            "worked": ours["kind"] in ("workday", "makeup_workday"),
            "reason": None if reason == "weekend" else reason,
        }
    return {"kind": ours["kind"], "bridged": ours["off_reason"] == "bridged"}


def words(facts):
    return ", ".join(f"{name} {json.dumps(value)}" for name, value in facts.items())


def known_differences():
    lines = (HERE / "differences.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(package, date): (theirs, ours) for package, date, theirs, ours, _notice in rows}


def main():
    tally = Tally()
    with server() as port:
        answers = [get_json(port, f"/api/v1/days?from={year}-01-01&to={year}-12-31") for year in YEARS]
    ours = {datetime.date.fromisoformat(day["date"]): day for answer in answers for day in answer["days"]}
    tally.check(f"all {len(DATES)} days are told", sorted(ours) == DATES, f"{len(ours)} are")
    known = known_differences()
    for package, theirs in (
        ("chinesecalendar", by_chinesecalendar()),
        ("holidays", by_holidays()),
        ("chinese-days", by_chinese_days()),
    ):
        found = 0
        for date in DATES:
            told = as_told_by(package, ours[date])
            if theirs[date] == told:
                tally.check(f"{package} {date}", True)
                continue
            found += 1
            difference = (words(theirs[date]), words(told))
            tally.check(
                f"{package} {date}",
                known.pop((package, date.isoformat()), None) == difference,
                f"it says {difference[0]}; we say {difference[1]}; settle it by the notice, and write it into differences.tsv",
            )
        print(f"{package}: {len(DATES)} days compared, {found} differ")
        # Were all of it compared in vain, the day after would be as like.
        shifted = sum(theirs[next_] != as_told_by(package, ours[date]) for date, next_ in zip(DATES, DATES[1:]))
        tally.check(f"{package}, a day off", shifted > 300, f"only {shifted} days differ from the day after")
    for (package, date), _ in known.items():
        tally.check(f"{package} {date} in differences.tsv", False, "there is no such difference")
    tally.close()


if __name__ == "__main__":
    main()
