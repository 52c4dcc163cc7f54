"""Clients that are slow, broken or hostile, and a server that is told to stop in the middle of an import."""

import signal
import socket
import tempfile
import time
import unittest

from installation import Client, Installation, contacts

SLOWEST = 25  # seconds: the server gives a head 10, and each piece of a body
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class ClientsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.site = Installation(cls.folder.name, config="upload_megabytes = 1\n").start()
        cls.addClassCleanup(lambda: cls.site.end())
        cls.site.set_up()

    def tearDown(self):
        self.assertEqual(self.site.client().get("/readyz").status, 200, "the server must go on serving others")

    def raw(self, text, seconds=10):
        """What comes back for these bytes, until the server closes."""
        with socket.create_connection(("127.0.0.1", self.site.port), seconds) as connection:
            connection.sendall(text.encode())
            connection.shutdown(socket.SHUT_WR)
            answer = b""
            while piece := connection.recv(65536):
                answer += piece
        return answer.decode("utf-8", "replace")

    def test_slow_clients_do_not_keep_others_waiting(self):
        slow = [socket.create_connection(("127.0.0.1", self.site.port)) for _ in range(50)]
        try:
            for connection in slow:
                connection.sendall(b"POST /api/v1/imports HTTP/1.1\r\nHost: x\r\nContent-Le")
            for _ in range(20):
                self.assertEqual(self.site.client().get("/api/v1/units").status, 200)
        finally:
            for connection in slow:
                connection.close()

    def test_slow_clients_are_dropped_and_leave_nothing(self):
        """Silent in the head, silent in the body, or sending a letter a second: all are cut off in time."""
        before = self.site.client().get("/api/v1/imports").json["items"]
        head = (f"POST /api/v1/imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {self.site.token}\r\n"
                "Content-Type: text/csv\r\nContent-Length: 100000\r\n\r\n")
        slow = []
        for sent in ("GET /api/v1/units HTT", "GET / HTTP/1.1\r\nX-Drip: ", head, head + "a;b\r\n1;2\r\n"):
            connection = socket.create_connection(("127.0.0.1", self.site.port), SLOWEST)
            self.addCleanup(connection.close)
            connection.sendall(sent.encode())
            slow.append(connection)
        begun = time.monotonic()
        self.drip(slow[1])
        for connection in slow:
            answer = self.what_is_left(connection)  # raises when it is not dropped in time
            self.assertIn(answer[:13], (b"", b"HTTP/1.1 408 "), answer)
        self.assertLess(time.monotonic() - begun, SLOWEST)
        self.assertEqual(self.site.client().get("/api/v1/imports").json["items"], before)

    @staticmethod
    def drip(connection):
        """A letter a second, until the server no longer takes them."""
        for _ in range(SLOWEST):
            try:
                connection.sendall(b"a")
            except OSError:
                return
            time.sleep(1)

    @staticmethod
    def what_is_left(connection):
        answer = b""
        try:
            while piece := connection.recv(65536):
                answer += piece
        except ConnectionResetError:
            pass
        return answer

    def test_a_head_that_is_too_long_is_refused(self):
        answer = self.raw("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a" * 40000 + "\r\n\r\n")
        self.assertIn(" 431 ", answer.split("\r\n")[0])

    def test_bytes_that_are_no_http_are_refused(self):
        self.assertIn(" 400 ", self.raw("\x16\x03\x01 nonsense\r\n\r\n").split("\r\n")[0])

    def test_an_upload_beyond_the_limit_is_refused_and_leaves_nothing(self):
        before = self.site.client().get("/api/v1/imports").json["items"]
        answer = self.site.client().upload("/api/v1/imports", {"source": "contacts"}, "big.csv",
                                           contacts("Team 0", "2026-01", 120000))
        self.assertEqual(answer.status, 413)
        self.assertEqual(self.site.client().get("/api/v1/imports").json["items"], before)

    def test_an_unknown_kind_of_content_is_refused(self):
        answer = self.site.client().send("POST", "/api/v1/units", "<unit/>", {"Content-Type": "text/xml"})
        self.assertEqual(answer.status, 415)
        self.assertEqual(answer.json["type"], "urn:maerkbar:web.unknown_content")

    def test_json_that_is_broken_is_refused(self):
        answer = self.site.client().send("POST", "/api/v1/units", "{", {"Content-Type": "application/json"})
        self.assertEqual(answer.status, 422)

    def test_a_forged_form_changes_nothing(self):
        browser = Client(self.site.port)
        browser.get("/sign-in")
        answer = browser.send("POST", "/sign-in", "login=administrator&password=x&csrf=" + "0" * 32, FORM)
        self.assertEqual(answer.status, 403)

    def test_a_form_from_another_website_changes_nothing(self):
        answer = Client(self.site.port).send("POST", "/sign-in", "login=administrator&password=x",
                                             {**FORM, "Origin": "https://elsewhere.example"})
        self.assertEqual(answer.status, 403)


class StopTest(unittest.TestCase):
    def test_an_import_goes_on_after_the_server_was_told_to_stop(self):
        with tempfile.TemporaryDirectory() as folder:
            site = Installation(folder).start()
            self.addCleanup(lambda: site.end())
            site.set_up()
            rows = 150000
            answer = site.client().upload("/api/v1/imports", {"source": "contacts"}, "long.csv",
                                          contacts("Team 1", "2026-02", rows))
            self.assertEqual(answer.status, 202, answer.text)
            asked = time.monotonic()
            self.assertEqual(site.end(signal.SIGTERM), 0)
            self.assertLess(time.monotonic() - asked, 10, "the promise to systemd")
            site.start()
            self.assertEqual([one["state"] for one in site.await_imports()], ["published"])
            path = f"/api/v1/units/1/indicators/{site.indicator}?period=month&until=2026-02"
            points = {point["period"]: point["count"] for point in site.client().get(path).json["points"]}
            self.assertEqual(points["2026-02"], rows)


if __name__ == "__main__":
    unittest.main(verbosity=2)
