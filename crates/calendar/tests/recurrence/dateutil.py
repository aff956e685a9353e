"""Writes the occurrences of a few rules by Python's dateutil: `python3 dateutil.py > dateutil.csv`.

dateutil is a third implementation of RFC 5545's rules, older than the others (PyPI python-dateutil, BSD and Apache-2.0).
The table is committed so that the test needs no Python.
"""

from datetime import datetime, timedelta

from dateutil import __version__
from dateutil.rrule import rrulestr

# Beginning, rule, first and last day of the window.
CASES = [
    ("2026-09-05 09:00", "FREQ=WEEKLY;COUNT=8;BYDAY=SA", "2026-09-01", "2027-01-31"),
    ("2026-09-05 09:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU", "2026-11-01", "2026-12-31"),
    ("2026-09-06 09:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU", "2026-09-01", "2026-11-30"),
    ("2026-09-06 09:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO", "2026-09-01", "2026-11-30"),
    ("2026-12-31 23:30", "FREQ=MONTHLY", "2026-12-01", "2028-03-31"),
    ("2026-10-31 10:00", "FREQ=MONTHLY;BYMONTHDAY=-1", "2027-01-01", "2028-12-31"),
    ("2026-11-14 10:00", "FREQ=MONTHLY;BYDAY=2SA;UNTIL=20270508", "2026-11-01", "2027-12-31"),
    ("2026-11-29 10:00", "FREQ=MONTHLY;BYDAY=-1SU;COUNT=7", "2026-11-01", "2027-12-31"),
    ("2026-11-13 10:00", "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "2026-11-01", "2030-12-31"),
    ("2024-02-29 10:00", "FREQ=YEARLY", "2024-01-01", "2034-01-31"),
    ("2026-09-10 10:00", "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=10", "2026-01-01", "2029-12-31"),
    ("2026-05-10 10:00", "FREQ=YEARLY;BYMONTH=5;BYDAY=2SU", "2026-01-01", "2031-12-31"),
    ("2026-12-29 18:00", "FREQ=DAILY;INTERVAL=3;COUNT=6", "2026-12-01", "2027-02-01"),
    ("2026-07-01 08:00", "FREQ=DAILY;BYMONTH=7,8;BYDAY=MO,WE", "2026-08-20", "2027-07-15"),
]

print(f"# Written by dateutil.py with python-dateutil {__version__}.")
print("starts,rule,from,to,beginnings")
for starts, rule, first, last in CASES:
    begin = datetime.strptime(starts, "%Y-%m-%d %H:%M")
    window = datetime.fromisoformat(first), datetime.fromisoformat(last) + timedelta(days=1)
    # Here the last day is the whole day.
    theirs = rule.replace("UNTIL=20270508", "UNTIL=20270508T235959")
    days = [at for at in rrulestr(theirs, dtstart=begin).between(*window, inc=True) if at < window[1]]
    listed = " ".join(at.strftime("%Y-%m-%d") for at in days)
    print(f'{starts},"{rule}",{first},{last},{listed}')
