"""Reads a day of field study in the formats of other programs: icalendar its events, an XML reader and GDAL its routes."""

import datetime
import json
import subprocess
import urllib.request
import xml.etree.ElementTree as ElementTree

import icalendar

QUESTION = {
    "school": {"name": "测试 & <小学>", "lon": 119.44, "lat": 32.39},
    "date": "2026-12-03",
    "back_by": "16:00",
    "pupils": 60,
    "adults": 6,
    "grade": 5,
    "groups": 2,
    "themes": ["canal"],
}
GPX = "{http://www.topografix.com/GPX/1/1}"


def post(port, question, form):
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/v1/itineraries?format={form}",
        data=json.dumps(question).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request) as answer:
        return answer.read()


def field_study_is_read(tally, port, folder):
    """One day, given as sequences so that each answer is the same, as JSON tells it and as others read it."""
    free = json.loads(post(port, QUESTION, "json"))
    visits = [[stop["place"] for stop in group["stops"] if stop["what"] == "visit"] for group in free["plan"]["groups"]]
    question = {**QUESTION, "order": visits}
    groups = json.loads(post(port, question, "json"))["plan"]["groups"]
    stops = [stop for group in groups for stop in group["stops"]]

    events = icalendar.Calendar.from_ical(post(port, question, "ics")).walk("VEVENT")
    faults = [fault for event in events for fault in event.errors]
    tally.check("icalendar opens the day", not faults, str(faults[:3]))
    zone = datetime.timezone(datetime.timedelta(hours=8))

    def instant(clock):
        hours, minutes = map(int, clock.split(":"))
        return datetime.datetime(2026, 12, 3, tzinfo=zone) + datetime.timedelta(hours=hours, minutes=minutes)

    theirs = sorted((event["DTSTART"].dt, event["DTEND"].dt, str(event["LOCATION"])) for event in events)
    ours = sorted((instant(stop["start"]), instant(stop["end"]), stop["name"]) for stop in stops)
    tally.check("icalendar finds the stops and their times", theirs == ours, f"{theirs[:2]}, not {ours[:2]}")
    tally.check("every event has a name of its own", len({str(event["UID"]) for event in events}) == len(stops))

    body = post(port, question, "gpx")
    routes = ElementTree.fromstring(body).findall(f"{GPX}rte")
    points = [[point.findtext(f"{GPX}name") for point in route.findall(f"{GPX}rtept")] for route in routes]
    school = QUESTION["school"]["name"]
    named = [[school, *(stop["name"] for stop in group["stops"]), school] for group in groups]
    tally.check("an XML reader finds a route a group, from school to school", points == named, f"{points}, not {named}")
    gpx_by_gdal(tally, body, folder, [len(names) for names in named])
    print(f"field study: {len(events)} events, {len(routes)} routes")


def gpx_by_gdal(tally, body, folder, lengths):
    path = folder / "day.gpx"
    path.write_bytes(body)
    for layer, count in [("routes", len(lengths)), ("route_points", sum(lengths))]:
        ran = subprocess.run(["ogrinfo", "-ro", "-so", path, layer], capture_output=True, text=True, check=False)
        right = ran.returncode == 0 and f"Feature Count: {count}" in ran.stdout and "ERROR" not in ran.stderr
        tally.check(f"ogrinfo counts the {layer} of the day", right, ran.stdout + ran.stderr)
