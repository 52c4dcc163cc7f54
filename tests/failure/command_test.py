"""kill -9 of `maerkbar import`: it ends as failed and nothing of it counts, and the same file can come again."""

import sqlite3
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from installation import PROGRAM, Installation, contacts

ROWS = 200_000


class KilledCommandTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.site = Installation(folder.name).start()
        self.addCleanup(self.site.end)
        self.site.set_up()
        while self.site.client().get(f"/api/v1/indicators/{self.site.indicator}").json["computing"]:
            time.sleep(0.05)
        self.site.end()
        self.file = Path(folder.name) / "kontakter.csv"
        self.file.write_text(contacts("Team 1", "2025-03", ROWS), encoding="utf-8")

    def command(self):
        return subprocess.Popen([PROGRAM, "import", str(self.file), "--data", str(self.site.folder / "data"),
                                 "--source", "contacts"], stdout=subprocess.DEVNULL)

    def hidden_rows(self):
        database = sqlite3.connect(next((self.site.folder / "data").glob("*.db")))
        try:
            return database.execute("select count(*) from fact_contact").fetchone()[0]
        finally:
            database.close()

    def kill_in_the_middle(self):
        command = self.command()
        while self.hidden_rows() == 0:
            self.assertIsNone(command.poll(), "it was done too soon")
            time.sleep(0.01)
        command.kill()
        command.wait()
        self.assertGreater(self.hidden_rows(), 0)

    def counted(self):
        path = f"/api/v1/units/{self.site.units[1]}/indicators/{self.site.indicator}?period=month&until=2025-12"
        points = self.site.client().get(path).json["points"]
        return sum(point["count"] for point in points)

    def test_the_server_ends_it_when_it_starts(self):
        self.kill_in_the_middle()
        self.site.start()
        ended = self.site.await_imports(20)
        self.assertEqual([(one["state"], one.get("error")) for one in ended], [("failed", "import.cut_off")])
        self.assertEqual((self.hidden_rows(), self.counted()), (0, 0))
        answer = self.site.client().upload("/api/v1/imports", {"source": "contacts"}, "kontakter.csv",
                                           self.file.read_text(encoding="utf-8"))
        self.assertEqual(answer.status, 202, answer.text)
        self.site.await_check(answer.json["check"])
        self.assertEqual(self.site.await_imports()[0]["state"], "published")
        self.assertEqual(self.counted(), ROWS)

    def test_the_command_can_be_given_again(self):
        self.kill_in_the_middle()
        self.assertEqual(self.command().wait(60), 0)
        self.site.start()
        self.assertEqual([one["state"] for one in self.site.await_imports()], ["published", "failed"])
        self.assertEqual((self.hidden_rows(), self.counted()), (ROWS, ROWS))


if __name__ == "__main__":
    unittest.main(verbosity=2)
