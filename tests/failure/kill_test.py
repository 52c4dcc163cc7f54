"""kill -9 of the server while imports run and people make small changes.

After each restart: whatever was acknowledged is there with its entry in the audit trail, an import counts as a whole
or not at all, and those that were interrupted finish by themselves.
"""

import os
import random
import tempfile
import threading
import time
import unittest

from installation import POSTGRESQL, Installation, Lost, contacts, fresh_database

ROUNDS = 50 if os.environ.get("MAERKBAR_LONG_TESTS") else 5
ROWS = 20_000  # so many that most kills come in the middle of an import
YEARS = range(1990, 2026)  # room for 1,296 imports; earlier days are refused
MONTHS = [f"{year}-{month:02}" for year in YEARS for month in range(1, 13)]


class Importer:
    """Sends one import after the other, each into a month and team of its own; every third is undone."""

    def __init__(self, site):
        self.site, self.number = site, 0
        self.sent = {}  # import number: (unit index, month, rows)
        self.acknowledged = {}  # import number: id
        self.undone = set()  # ids whose undoing was acknowledged
        self.undoing = set()  # ids whose undoing was asked for

    def one(self):
        number = self.number
        self.number += 1
        unit, month = number % 3, MONTHS[number // 3]
        rows = ROWS + number
        self.sent[number] = (unit, month, rows)
        self.acknowledged[number] = self.send(number).json["id"]
        if number % 3 == 2:
            self.undo(self.acknowledged[number - 1])

    def send(self, number):
        unit, month, rows = self.sent[number]
        answer = self.site.client().upload("/api/v1/imports", {"source": "contacts", "feed": f"Feed {number}"},
                                           f"{number}.csv", contacts(f"Team {unit}", month, rows))
        assert answer.status in (200, 202), answer.text
        return answer

    def undo(self, id):
        if self.site.client().get(f"/api/v1/imports/{id}").json["state"] != "published":
            return
        self.undoing.add(id)
        if self.site.client().send("POST", f"/api/v1/imports/{id}/undo").status == 202:
            self.undone.add(id)


class Editor:
    """Adds channels and renames a team, as fast as it can."""

    def __init__(self, site):
        self.site, self.number = site, 0
        self.channels = {}  # name: id, acknowledged
        self.tried = set()
        self.unit = site.units[2]
        self.names = ["Team 2"]  # the last acknowledged, then those that may or may not have come through

    def one(self):
        self.number += 1
        name = f"Kanal {self.number}"
        self.tried.add(name)
        answer = self.site.client().post_json("/api/v1/catalogue/channel", {"name": name, "active": True})
        assert answer.status in (200, 201), answer.text
        self.channels[name] = answer.json["id"]
        renamed = f"Omdøbt {self.number}"
        self.names.append(renamed)
        answer = self.site.client().post_json(f"/api/v1/units/{self.unit}/rename",
                                              {"name": renamed, "from": "2026-01-01"})
        assert answer.status in (200, 204), answer.text
        self.names = [renamed]


class Loop(threading.Thread):
    """Does one thing again and again until the server is gone; any other failure is kept."""

    def __init__(self, step):
        super().__init__(daemon=True)
        self.step, self.failure = step, None

    def run(self):
        try:
            while True:
                self.step()
        except Lost:
            pass
        except Exception as failure:
            self.failure = failure


class KillTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.site = Installation(self.folder.name, database=self.database()).start()
        self.addCleanup(self.site.end)
        self.site.set_up()
        self.importer, self.editor = Importer(self.site), Editor(self.site)

    def database(self):
        return None  # SQLite in the data folder

    def test_whatever_was_acknowledged_is_there_after_kill_9(self):
        chance = random.Random(int(os.environ.get("MAERKBAR_TEST_SEED", "1")))
        for number in range(ROUNDS):
            print(f"round {number + 1} of {ROUNDS}", flush=True)
            self.work_and_kill(chance.uniform(0.1, 1.5))
            self.site.start()
            self.check_whole()  # while the interrupted imports go on
            self.site.await_imports()
            self.check_imports()
            self.check_edits()

    def work_and_kill(self, seconds):
        loops = [Loop(self.importer.one), Loop(self.editor.one)]
        for loop in loops:
            loop.start()
        time.sleep(seconds)
        self.site.end()
        for loop in loops:
            loop.join(30)
            if loop.failure:
                raise loop.failure

    def counts(self, unit):
        """Contacts of a unit by month, as the verdict's points tell them."""
        used = {month for _, month, _ in self.importer.sent.values()}
        found = {}
        for year in sorted({month[:4] for month in used}):
            path = f"/api/v1/units/{unit}/indicators/{self.site.indicator}?period=month&until={year}-12"
            for point in self.site.client().get(path).json["points"]:
                found[point["period"]] = point["count"]
        return found

    def check_whole(self):
        """Each team and month holds all rows of the import that belongs there, or none; sums fit them."""
        teams = [self.counts(unit) for unit in self.site.units]
        for unit, month, rows in self.importer.sent.values():
            self.assertIn(teams[unit].get(month, 0), (0, rows), f"half an import in team {unit}, {month}")

    def check_imports(self):
        for number in list(self.importer.sent):
            if number not in self.importer.acknowledged:  # a client that got no answer asks again
                self.importer.acknowledged[number] = self.importer.send(number).json["id"]
        by_id = {one["id"]: one for one in self.site.await_imports()}
        teams = [self.counts(unit) for unit in self.site.units]
        for number, id in self.importer.acknowledged.items():
            self.assertTrue(id in by_id, f"import {id} was acknowledged and is lost")
            state = by_id[id]["state"]
            if id in self.importer.undone:
                self.assertEqual(state, "undone")
            elif id not in self.importer.undoing:
                self.assertEqual(state, "published", by_id[id])
            unit, month, rows = self.importer.sent[number]
            self.assertEqual(teams[unit].get(month, 0), rows if state == "published" else 0, by_id[id])
        self.assertEqual(len(by_id), len(self.importer.sent), "an import has come in twice")
        self.check_sums(teams)

    def check_sums(self, teams):
        whole = self.counts(1)
        for month in {month for _, month, _ in self.importer.sent.values()}:
            self.assertEqual(whole.get(month, 0), sum(team.get(month, 0) for team in teams), month)

    def check_edits(self):
        client = self.site.client()
        entries = {one["name"]: one["id"] for one in client.get("/api/v1/catalogue/channel").json["items"]}
        for name, id in self.editor.channels.items():
            self.assertEqual(entries.get(name), id, f"{name} was acknowledged and is lost")
            trail = client.get(f"/api/v1/audit?object=channel&id={id}").json["items"]
            self.assertEqual(len(trail), 1, f"{name}: {trail}")
        self.assertLessEqual({name for name in entries if name.startswith("Kanal ")}, self.editor.tried)
        self.assertIn(client.get(f"/api/v1/units/{self.editor.unit}").json["name"], self.editor.names)


@unittest.skipUnless(POSTGRESQL, "PostgreSQL: MAERKBAR_TEST_POSTGRESQL is not set")
class KillOnPostgresqlTest(KillTest):
    def database(self):
        return fresh_database("kill_test")


if __name__ == "__main__":
    unittest.main(verbosity=2)
