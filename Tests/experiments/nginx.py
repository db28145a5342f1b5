"""An nginx of our own with the configuration that docs/operating.md gives; its ports and files are changed, and around
it stands what Debian's own nginx.conf says."""

import json
import os
import re
import shutil
import ssl
import subprocess
import time

from harness import REPOSITORY, Broken, certificate, free_port

NAME = "reclamations.exemple.fr"
# What stands around the sites of the page; Debian compresses pages unless a site says no.
AROUND = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log info;
events {{ worker_connections 1024; }}
http {{
    log_format each escape=json '{{"uri":"$request_uri","status":$status,"upstream":"$upstream_status"}}';
    access_log {folder}/access.log each;
    default_type application/octet-stream;
    sendfile on;
    gzip on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/answers;
    fastcgi_temp_path {folder}/fastcgi;
    scgi_temp_path {folder}/scgi;
    uwsgi_temp_path {folder}/uwsgi;
    {sites}
}}
"""


def is_installed():
    return shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin") is not None


def reference():
    """The configuration of the documentation."""
    page = (REPOSITORY / "docs/operating.md").read_text()
    return re.search(r"^```nginx\n(.*?)^```", page, re.MULTILINE | re.DOTALL)[1]


def replaced(text, changes):
    """With every change made, each of which must find its place."""
    for old, new in changes.items():
        if old not in text:
            raise Broken(f"docs/operating.md has no « {old} » to put « {new} » for")
        text = text.replace(old, new)
    return text


class Proxy:
    """nginx before a server of ours; `changes` are made to the configuration of the documentation."""

    def __init__(self, folder, upstream, changes=None):
        self.folder, self.port, self.plain_port = folder, free_port(), free_port()
        folder.mkdir()
        self.certificate, self.key = certificate(folder, NAME, f"DNS:{NAME}")
        places = {
            "listen 443": f"listen 127.0.0.1:{self.port}",
            "listen 80": f"listen 127.0.0.1:{self.plain_port}",
            "127.0.0.1:8080": f"127.0.0.1:{upstream}",
            "/etc/ssl/reclamations.exemple.fr.pem": str(self.certificate),
            "/etc/ssl/private/reclamations.exemple.fr.key": str(self.key),
        }
        self.sites = replaced(reference(), {**(changes or {}), **places})

    def __enter__(self):
        (self.folder / "nginx.conf").write_text(AROUND.format(folder=self.folder, sites=self.sites))
        self.trust = ssl.create_default_context(cafile=self.certificate)
        command = ["nginx", "-p", self.folder, "-e", self.folder / "error.log", "-c", self.folder / "nginx.conf"]
        if os.geteuid() == 0:
            for path in (self.folder, *self.folder.iterdir()):
                shutil.chown(path, "nobody", "nogroup")
            command = ["runuser", "-u", "nobody", "--", *command]
        environment = {**os.environ, "PATH": os.environ["PATH"] + ":/usr/sbin"}
        with (self.folder / "said").open("wb") as said:
            self.process = subprocess.Popen(command, stdout=said, stderr=said, env=environment)
        deadline = time.monotonic() + 120
        while not (self.folder / "nginx.pid").exists() or not (self.folder / "nginx.pid").read_text().strip():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.__exit__()
                raise Broken(f"nginx does not start: {(self.folder / 'said').read_text()[-1500:]}")
            time.sleep(0.02)
        return self

    def __exit__(self, *_):
        # runuser hands the signal on, and nginx's master ends its workers.
        self.process.terminate()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def requests(self):
        """What nginx has read as requests, in the order of their ends: address, status, the server's status or ''."""
        path = self.folder / "access.log"
        lines = path.read_text().splitlines() if path.exists() else []
        return [(line["uri"], line["status"], line["upstream"]) for line in map(json.loads, lines)]
