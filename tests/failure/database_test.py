"""The database server goes away and comes back: a clear 503 meanwhile, and all is well afterwards."""

import os
import subprocess
import tempfile
import time
import unittest

from installation import POSTGRESQL, Client, Installation, fresh_database

CONTROL = os.environ.get("MAERKBAR_TEST_POSTGRESQL_CONTROL")


def control(order):
    subprocess.run([CONTROL, order], check=True, stdout=subprocess.DEVNULL)


class DatabaseTest(unittest.TestCase):
    def test_the_server_outlives_its_database(self):
        with tempfile.TemporaryDirectory() as folder:
            site = Installation(folder, database=fresh_database("failure_test")).start()
            self.addCleanup(lambda: site.end())
            site.set_up()
            control("stop")
            try:
                answer = site.client().get("/api/v1/units")
                self.assertEqual(answer.status, 503, answer.text)
                page = site.browser.get("/organisation")
                self.assertEqual(page.status, 503)
                self.assertIn("<h1>", page.text)
                nobody = Client(site.port)
                self.assertEqual(nobody.get("/healthz").status, 200)
                self.assertEqual(nobody.get("/readyz").status, 503)
                self.assertEqual(site.client().get("/healthz").status, 200, "with a token too")
                self.assertEqual(site.browser.get("/healthz").status, 200, "and with a session")
            finally:
                control("start")
            self.await_ready(site)
            self.assertEqual(site.browser.get("/organisation").status, 200)
            self.assertEqual(len(site.client().get("/api/v1/units").json["items"]), 4)
            added = site.client().post_json("/api/v1/catalogue/channel", {"name": "Telefon", "active": True})
            self.assertIn(added.status, (200, 201))
            site.end()

    def await_ready(self, site):
        deadline = time.monotonic() + 20
        while site.client().get("/readyz").status != 200:
            self.assertLess(time.monotonic(), deadline, "the server does not find its database again")
            time.sleep(0.1)


if __name__ == "__main__":
    if POSTGRESQL:
        unittest.main(verbosity=2)
    print("SKIPPED: PostgreSQL: MAERKBAR_TEST_POSTGRESQL is not set")
