#!/usr/bin/env python3
"""A certificate is replaced under a running server: new connections are shown the new one, those that are open go on.

First the certificate alone is replaced, which fits no key; then the key as well.
"""

import hashlib
import http.client
import os
import pathlib
import shutil
import socket
import ssl
import time

from certificates import make
from harness import Place, Server, Tally, say, workshop

PATIENCE = 120


def replace(source, target):
    """Puts a copy in place of a file, at one instant."""
    fresh = target.with_suffix(".new")
    shutil.copy(source, fresh)
    fresh.chmod(0o600)
    os.replace(fresh, target)


def digest(path):
    """What a handshake would show of a certificate file."""
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(pathlib.Path(path).read_text())).hexdigest()


def context():
    """For a certificate that nobody vouches for: what is looked at is which one it is."""
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    return trusting


def shown(port):
    """The certificate that a new connection is shown."""
    with socket.create_connection(("127.0.0.1", port), 30) as plain:
        with context().wrap_socket(plain) as connection:
            return hashlib.sha256(connection.getpeercert(binary_form=True)).hexdigest()


class SecureServer(Server):
    def answers(self):
        try:
            return Kept(self.port).answers()
        except OSError:
            return False


class Kept:
    """A connection that is kept open by asking for something every second."""

    def __init__(self, port):
        self.connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=30, context=context())
        self.connection.connect()
        self.socket = self.connection.sock

    def answers(self):
        """Whether the server answers on the same connection as ever."""
        try:
            self.connection.request("GET", "/sante")
            reply = self.connection.getresponse()
            reply.read()
            return reply.status == 200 and self.connection.sock is self.socket
        except (OSError, http.client.HTTPException):
            return False


def wait(kept, condition):
    """Until it holds; whether the kept connection answered all the while, and whether it came to hold."""
    deadline, went_on = time.monotonic() + PATIENCE, True
    while not (holds := condition()) and time.monotonic() < deadline:
        went_on = kept.answers() and went_on
        time.sleep(1)
    return went_on and kept.answers(), holds


def run(tally, folder):
    first, second = make(folder, "first"), make(folder, "second")
    certificate, key = folder / "server.pem", folder / "server.key"
    replace(first[0], certificate)
    replace(first[1], key)
    place = Place(folder / "donnees").found()
    environment = {"DOLEANCES_TLS_CERTIFICATE": str(certificate), "DOLEANCES_TLS_KEY": str(key)}
    with SecureServer(place, environment) as server:
        tally.check(shown(server.port) == digest(first[0]), "the first certificate is shown")
        kept = Kept(server.port)
        replace(second[0], certificate)
        went_on, told = wait(kept, lambda: b"certificate cannot be used" in server.log.read_bytes())
        tally.check(went_on and told, "a certificate without its key is told in the log", (went_on, told))
        tally.check(shown(server.port) == digest(first[0]), "and the first one is shown still")
        replace(second[1], key)
        went_on, renewed = wait(kept, lambda: shown(server.port) == digest(second[0]))
        tally.check(renewed, "with its key, the second certificate is shown")
        tally.check(went_on, "a connection opened before answers all the while, and afterwards")
        tally.check(server.stop() == 0, "the server ends with status 0")


def main():
    tally = Tally()
    say("a certificate is renewed")
    with workshop("renewal") as folder:
        run(tally, folder)
    tally.finish()


main()
