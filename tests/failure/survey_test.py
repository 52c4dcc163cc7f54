"""Answers to a survey while connections are cut and the server is killed again and again.

Every respondent sends until there is a receipt, as a phone in a bad network does. In the end there is exactly one answer
for each, and every receipt that was ever given for it is the same.
"""

import http.client
import json
import os
import random
import re
import sqlite3
import tempfile
import threading
import time
import unittest

from installation import Installation, Lost

LONG = bool(os.environ.get("MAERKBAR_LONG_TESTS"))
ANSWERS = 100_000 if LONG else 2_000
KILLS = 30 if LONG else 4
CLIENTS = 16
CODES = 1_000


class Respondents(threading.Thread):
    """Sends its share of answers, each with an id of its own, and some of them again."""

    def __init__(self, test, numbers, seed):
        super().__init__(daemon=True)
        self.test, self.numbers, self.chance = test, numbers, random.Random(seed)
        self.failure = None

    def run(self):
        try:
            for number in self.numbers:
                self.answer(number)
        except Exception as failure:
            self.failure = failure

    def answer(self, number):
        wanted = {"id": f"respondent-{number:08}", "language": "da",
                  "answers": {"satisfied": 1 + number % 5, "better": f"Svar {number}"}}
        if self.test.codes:
            wanted["code"] = self.test.codes[number]
        body = json.dumps(wanted)
        again = 2 if self.chance.random() < 0.1 else 1
        while again > 0:
            if self.chance.random() < 0.05:
                self.cut(body)
                continue
            try:
                reply = self.test.site.client().send("POST", self.test.path, body,
                                                     {"Content-Type": "application/json"}, timeout=10)
            except (Lost, TypeError):  # gone, or not up again
                time.sleep(0.02)
                continue
            if reply.status in (502, 503):
                continue
            assert reply.status in (200, 201), reply.text
            self.test.note(number, reply.json["receipt"])
            again -= 1

    def cut(self, body):
        """Sends the answer, or half of it, and goes away without waiting for the receipt."""
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.test.site.port, timeout=5)
            connection.putrequest("POST", self.test.path)
            connection.putheader("Content-Type", "application/json")
            connection.putheader("Content-Length", str(len(body)))
            connection.endheaders()
            connection.send(body.encode()[:self.chance.randint(0, len(body))])
            connection.close()
        except OSError:
            pass


class SurveyTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.site = Installation(self.folder.name).start()
        self.addCleanup(self.site.end)
        self.site.set_up()
        self.receipts, self.lock, self.codes = {}, threading.Lock(), []
        self.ask()

    def ask(self):
        browser = self.site.browser
        token = re.search(r'name="csrf" value="([^"]+)"', browser.get("/surveys").text).group(1)
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        adopted = browser.send("POST", "/surveys/library/service_phone", f"csrf={token}", form)
        self.assertEqual(adopted.status, 303, adopted.text)
        asked = browser.post_form("/surveys/1/links/new", {"unit": 1, "mode": "anonymous", "code": "telefon"})
        self.assertEqual(asked.status, 303, asked.text)
        self.path = "/api/v1/survey-links/telefon/answers"

    def ask_with_codes(self):
        """Asks it a second time, with a one-time code for everybody."""
        browser = self.site.browser
        asked = browser.post_form("/surveys/1/links/new", {"unit": 1, "mode": "anonymous", "code": "brev", "by_code": 1})
        self.assertEqual(asked.status, 303, asked.text)
        made = browser.post_form("/surveys/1/links/2/codes", {"count": CODES})
        self.codes = re.search(r"<textarea[^>]*>([^<]+)", made.text).group(1).split()
        self.path = "/api/v1/survey-links/brev/answers"

    def note(self, number, receipt):
        with self.lock:
            self.assertEqual(self.receipts.setdefault(number, receipt), receipt, f"answer {number} has two receipts")

    def test_no_answer_is_lost_or_doubled(self):
        self.answer_while_killed(ANSWERS, KILLS)
        self.check_stored()

    def test_a_code_is_spent_with_its_answer_and_never_without(self):
        self.ask_with_codes()
        self.assertEqual(len(self.codes), CODES)
        self.answer_while_killed(CODES, 4)
        with sqlite3.connect(next((self.site.folder / "data").glob("*.db"))) as database:
            answers = database.execute("select count(*) from survey_answer").fetchone()
            spent = database.execute("select count(*) from survey_code where used <> 0").fetchone()
        self.assertEqual((answers, spent), ((CODES,), (CODES,)))

    def answer_while_killed(self, answers, kills):
        chance = random.Random(int(os.environ.get("MAERKBAR_TEST_SEED", "1")))
        groups = [Respondents(self, range(start, answers, CLIENTS), start) for start in range(CLIENTS)]
        for group in groups:
            group.start()
        for _ in range(kills):
            time.sleep(chance.uniform(0.2, 1.0))
            self.site.end()
            self.site.start()
        for group in groups:
            group.join(3600)
            if group.failure:
                raise group.failure
        self.assertEqual(len(self.receipts), answers)
        self.assertEqual(len(set(self.receipts.values())), answers)
        self.site.end()

    def check_stored(self):
        with sqlite3.connect(next((self.site.folder / "data").glob("*.db"))) as database:
            rows = database.execute("select answers, received_at, respondent from survey_answer").fetchall()
        self.assertEqual(len(rows), ANSWERS)
        self.assertEqual(len({json.loads(answers)["better"] for answers, _, _ in rows}), ANSWERS)
        self.assertEqual({(at, who) for _, at, who in rows}, {(None, None)}, "anonymous keeps neither time nor person")


if __name__ == "__main__":
    unittest.main(verbosity=2)
