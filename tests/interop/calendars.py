"""Reads the calendar that the server serves with two packages that share no code with it."""

import datetime

import icalendar
from dateutil.rrule import rrulestr

from support.checks import get, get_json

# The sample city's clocks, which never change.
ZONE = datetime.timezone(datetime.timedelta(hours=8))
FIRST = datetime.datetime(2026, 9, 1, tzinfo=ZONE)
LAST = datetime.datetime(2027, 7, 31, tzinfo=ZONE)


def times(event):
    """The beginnings of an event's times that overlap the window, by dateutil."""
    start, length = event["DTSTART"].dt, event["DTEND"].dt - event["DTSTART"].dt
    if not isinstance(start, datetime.datetime):
        start = datetime.datetime.combine(start, datetime.time(), ZONE)
    starts = [start]
    if "RRULE" in event:
        starts = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start).between(start, LAST, inc=True)
    left_out = [day.dt for day in event["EXDATE"].dts] if "EXDATE" in event else []
    return [at for at in starts if at not in left_out and at < LAST and at + length > FIRST]


def calendars_are_read(tally, port):
    """icalendar reads every event, and dateutil finds the times that the server itself tells."""
    status, body = get(port, "/api/v1/activities.ics?region=321000")
    events = icalendar.Calendar.from_ical(body).walk("VEVENT")
    faults = [fault for event in events for fault in event.errors]
    tally.check("icalendar opens the calendar", status == 200 and len(events) >= 100 and not faults, str(faults[:3]))
    theirs = sorted((str(event["UID"]).split("@")[0], at.date().isoformat()) for event in events for at in times(event))
    told = get_json(port, "/api/v1/activities?from=2026-09-01&to=2027-07-30&limit=1000")
    ours = sorted(tuple(feature["id"].split("/")) for feature in told["features"])
    tally.check("dateutil finds the times that the server tells", theirs == ours, f"{len(theirs)}, not {len(ours)}")
    tally.check("all of them were told", told["numberMatched"] == told["numberReturned"], str(told["numberMatched"]))
    print(f"calendar: {len(events)} events, {len(theirs)} times")
