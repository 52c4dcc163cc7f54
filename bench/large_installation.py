"""Fills an installation with a large municipality straight in its SQLite file: 500 units in levels of ten, 10 M
contacts of three years, and for 40 indicators the sums of weeks and months that an import would have left.

Days are not filled in: no page but a chart of single days reads them. What a unit counts follows a fixed seed, and
the sums of a subtree are those of its units.
"""

import datetime
import json
import random
import sqlite3

UNITS, INDICATORS, FACTS = 500, 40, 10_000_000
PHONE = {"column": "channel", "op": "is", "value": "Telefon"}
EPOCH = datetime.date(1970, 1, 1)


def day_number(day):
    return (day - EPOCH).days


def definition(number):
    """Shares, means, quantiles and counts in turn, none like another."""
    waited = {"column": "waited_seconds", "op": "at_most", "value": 60 + number}
    measure = [{"kind": "share", "condition": waited},
               {"kind": "share", "condition": {"column": "answered", "op": "is", "value": False}},
               {"kind": "mean", "column": "waited_seconds"},
               {"kind": "quantile", "column": "waited_seconds", "quantile": 0.9},
               {"kind": "count"}][number % 5]
    return {"name": f"Indikator {number}", "source": "contacts", "filter": PHONE, "measure": measure,
            "direction": "higher" if number % 5 == 0 else "lower",
            "format": "percent" if number % 5 < 2 else "number"}


def create_indicators(client, wanted=INDICATORS):
    """Over the API, as a consultant would; gives their ids with the number of their definition."""
    made = []
    for number in range(wanted):
        answer = client.post_json("/api/v1/indicators", definition(number))
        assert answer.status in (200, 201), answer.text
        made.append((answer.json["id"], number))
    return made


def parent_of(unit):
    return (unit - 2) // 10 + 1


def sizes():
    """How many units lie in the subtree of each."""
    size = {unit: 1 for unit in range(1, UNITS + 1)}
    for unit in range(UNITS, 1, -1):
        size[parent_of(unit)] += size[unit]
    return size


def add_units(database, first):
    level = database.execute("select max(id) from unit_level").fetchone()[0]
    units = range(first, UNITS + 1)
    database.executemany("insert into unit (tenant_id, id, level_id, valid_from) values (1, ?, ?, '1900-01-01')",
                         ((unit, level) for unit in units))
    database.executemany("insert into unit_name (tenant_id, unit_id, valid_from, name) values (1, ?, '1900-01-01', ?)",
                         ((unit, f"Enhed {unit}") for unit in units))
    database.executemany(
        "insert into unit_parent (tenant_id, unit_id, valid_from, parent_id) values (1, ?, '1900-01-01', ?)",
        ((unit, parent_of(unit)) for unit in units))


def add_facts(database, days):
    """As one import that is published; each unit has its contacts spread evenly over the days."""
    a_day = -(-FACTS // (UNITS * len(days)))
    first, last = day_number(days[0]), day_number(days[-1])
    database.execute("insert into feed values (1, 99, 'contacts', 'Stor', '{}', 0)")
    database.execute(
        "insert into data_import (tenant_id, id, source, feed_id, file_name, file_digest, mapping_digest, mapping, mode,"
        " bad_rows, state, rows_good, rows_bad, error_count, first_day, last_day, created_at, published_at)"
        " values (1, 99, 'contacts', 99, 'stor.csv', 'x', 'x', '{}', 'merge', 'reject', 'published', ?, 0, 0, ?, ?, 0, 0)",
        (FACTS, first, last))
    database.executemany("insert into data_import_unit values (1, ?, 99, ?, ?)",
                         ((unit, first, last) for unit in range(1, UNITS + 1)))
    for unit in range(1, UNITS + 1):
        database.execute(
            "with recursive row(n) as (select 0 union all select n + 1 from row where n < ?)"
            " insert into fact_contact (tenant_id, unit_id, day, import_id, line, channel, waited_seconds, answered)"
            " select 1, ?, ? + n / ?, 99, n, 1, (n * 37) % 600, n % 10 <> 0 from row",
            (a_day * len(days) - 1, unit, first, a_day))


def content(kind, contacts, level, units):
    """A cell of `units` alike: the numbers of one, so many times."""
    met = round(contacts * level)
    numbers = {0: f"n{{n}} s{met * units} w{{n}}", 1: f"n{{n}} s{(contacts - met) * units} w{{n}}",
               2: f"n{{n}} s{120 * met * units} q{30000 * met * units} a0 z600",
               3: "n{n} a0 z600 h" + ",".join(f"{i}:{contacts * units // 40 + 1}" for i in range(10, 250, 6)),
               4: "n{n}"}[kind]
    return f"r{contacts * units} " + numbers.format(n=contacts * units)


def add_sums(database, indicators, days):
    size, rng = sizes(), random.Random(20261122)
    months = sorted({day.replace(day=1) for day in days})
    weeks = sorted({day - datetime.timedelta(day.weekday()) for day in days})
    for grain, firsts, contacts in ((1, weeks, 130), (2, months, 560)):
        levels = {(number, first): 0.8 + rng.gauss(0, 0.02) for _, number in indicators for first in firsts}

        def rows():
            for indicator, number in indicators:
                for scope in (0, 1):
                    for unit in range(1, UNITS + 1):
                        units = size[unit] if scope else 1
                        if scope and units == 1:
                            continue
                        for first in firsts:
                            yield (1, indicator, 1, scope, grain, unit, day_number(first), 1,
                                   content(number % 5, contacts, levels[number, first], units))

        database.executemany("insert or replace into period_cell values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows())


def fill(path, indicators, today):
    """The server must not run. Units 2 to 4 are there already. The last day is the one before yesterday, so that two
    imports can each reach further."""
    first = today.replace(year=today.year - 3, day=1)
    days = [first + datetime.timedelta(n) for n in range((today - first).days - 1)]
    with sqlite3.connect(path) as database:
        database.execute("insert or ignore into cell_version values (1, 1, 'import', 'published', 0, 0, 1)")
        database.execute("update cell_version set state = 'published', cleaned = 1")
        add_units(database, 5)
        add_facts(database, days)
        add_sums(database, indicators, days)
        database.execute("update measurement_state set data_version = data_version + 1")
    database.close()
    return json.dumps({"units": UNITS, "facts": -(-FACTS // (UNITS * len(days))) * UNITS * len(days),
                       "indicators": len(indicators)})
