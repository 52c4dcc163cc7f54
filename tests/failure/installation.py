"""A real server on a free loopback port with an installation of its own, and the client that talks to it."""

import http.client
import json
import os
import re
import signal
import subprocess
import threading
import time
import uuid
from pathlib import Path
from urllib.parse import urlencode

PROGRAM = os.environ.get("MAERKBAR_PROGRAM", "build/src/app/maerkbar")
PASSWORD = "fjorden er dyb og kold"
POSTGRESQL = os.environ.get("MAERKBAR_TEST_POSTGRESQL")  # of a server that tests may use as they like


def fresh_database(name):
    """The address of an empty database on that server."""
    subprocess.run(["psql", "-q", POSTGRESQL, "-c", f"drop database if exists {name}",
                    "-c", f"create database {name}"], check=True, stderr=subprocess.DEVNULL)
    start, options = POSTGRESQL.split("?")
    return f"{start.rsplit('/', 1)[0]}/{name}?{options}"


class Lost(Exception):
    """The server went away before it answered: nobody knows whether the request was carried out."""


class Answer:
    def __init__(self, response, body):
        self.status, self.headers, self.body = response.status, response.headers, body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def text(self):
        return self.body.decode("utf-8")


class Client:
    """One person or integration; a connection for each request, so that threads can share it."""

    def __init__(self, port, bearer=None):
        self.port, self.bearer, self.cookies = port, bearer, {}

    def send(self, method, path, body=None, headers=None, timeout=30):
        headers = dict(headers or {})
        if self.bearer:
            headers["Authorization"] = "Bearer " + self.bearer
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            answer = Answer(response, response.read())
        except (OSError, http.client.HTTPException) as reason:
            raise Lost(str(reason)) from reason
        finally:
            connection.close()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer

    def get(self, path):
        return self.send("GET", path)

    def post_json(self, path, fields):
        return self.send("POST", path, json.dumps(fields), {"Content-Type": "application/json"})

    def post_form(self, path, fields):
        """As a browser: the page is opened first and its form token sent along."""
        token = re.search(r'name="csrf" value="([^"]+)"', self.get(path).text).group(1)
        body = urlencode({"csrf": token, **fields}, doseq=True)
        return self.send("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def upload(self, path, fields, file_name, content):
        edge = uuid.uuid4().hex
        parts = [f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
                 for name, value in fields.items()]
        parts.append(f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{file_name}"\r\n'
                     f"Content-Type: text/csv\r\n\r\n{content}\r\n--{edge}--\r\n")
        return self.send("POST", path, "".join(parts).encode(),
                         {"Content-Type": f"multipart/form-data; boundary={edge}"})


class Installation:
    def __init__(self, folder, config="", database=None):
        self.folder = Path(folder)
        self.config = self.folder / "maerkbar.toml"
        self.config.write_text(config, encoding="utf-8")
        self.database = database
        self.process = self.port = self.token = self.setup_code = None

    def start(self):
        """Returns when the server says that it is ready."""
        order = [PROGRAM, "serve", "--data", str(self.folder / "data"), "--config", str(self.config), "--port", "0"]
        if self.database:
            order += ["--database", self.database]
        self.process = subprocess.Popen(order, stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if code := re.search(r"one-time code (\S+)", line):
                self.setup_code = code.group(1)
            if ready := re.search(r"Ready at http://[^:]+:(\d+)/", line):
                self.port = int(ready.group(1))
                # Its log goes on through the same pipe, which must not fill.
                threading.Thread(target=self.process.stdout.read, daemon=True).start()
                return self
        raise AssertionError(f"the server did not start; it ended with {self.process.wait()}")

    def end(self, how=signal.SIGKILL, seconds=30):
        """Sends the signal, and gives the exit code (negative: of the signal that ended it)."""
        if self.process is None:
            return None
        self.process.send_signal(how)
        code = self.process.wait(seconds)
        self.process = None
        return code

    def client(self):
        return Client(self.port, self.token)

    def set_up(self):
        """The first morning: administrator, three teams, an access for this program, and an indicator."""
        browser = self.browser = Client(self.port)
        fields = {"code": self.setup_code, "tenant": "Testby Kommune", "country": "DK", "name": "Testby",
                  "login": "administrator", "new_password": PASSWORD}
        assert browser.post_form("/setup", fields).status == 303
        page = browser.get("/tokens/new").text
        permissions = re.findall(r'name="permission"[^>]*value="([a-z._]+)"', page)
        key = browser.post_form("/tokens/new", {"name": "Tests", "unit": 1, "permission": permissions}).text
        self.token = re.search(r"mk_1\.[A-Za-z0-9_-]+", key).group(0)
        client = self.client()
        level = client.get("/api/v1/unit-levels").json["items"][-1]["id"]
        self.units = [self._id(client.post_json("/api/v1/units", {"name": f"Team {n}", "parent": 1, "level": level}))
                      for n in range(3)]
        self.indicator = self._id(client.post_json("/api/v1/library/contacts_count", {}))
        return self

    @staticmethod
    def _id(answer):
        assert answer.status in (200, 201), answer.text
        return answer.json["id"]

    def imports(self):
        """All imports ever made, the newest first."""
        found, page = [], 1
        while len(found) == 500 * (page - 1):
            found += self.client().get(f"/api/v1/imports?size=500&page={page}").json["items"]
            page += 1
        return found

    def await_check(self, check, seconds=60):
        """Until a large upload has been checked and has become an import."""
        deadline = time.monotonic() + seconds
        while self.client().get(f"/api/v1/imports/checks/{check}").status == 202:
            assert time.monotonic() < deadline, "the check never ends"
            time.sleep(0.05)

    def await_imports(self, seconds=60):
        """All imports when none of them waits or runs any more."""
        deadline = time.monotonic() + seconds
        while True:
            imports = self.imports()
            busy = [one for one in imports if one["state"] in ("waiting", "running", "undoing")]
            if not busy:
                return imports
            assert time.monotonic() < deadline, f"these imports never end: {busy}"
            time.sleep(0.05)


def contacts(unit, month, rows):
    """A file of so many contacts of one team, spread over the days of a month ("2026-02")."""
    lines = [f"{month}-{1 + row % 28:02};{unit};Telefon" for row in range(rows)]
    return "Dato;Enhed;Kanal\n" + "\n".join(lines) + "\n"
