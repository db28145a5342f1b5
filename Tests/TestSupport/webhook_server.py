"""A program that is told of what happens, for the tests: it keeps every request, and checks its signature by itself.

    webhook_server.py FOLDER [--certificate PEM --key PEM]

It listens on a free port of 127.0.0.1, over TLS where it has a certificate, and prints that port on its first line. In FOLDER
it writes `N.json` for each request. A file `secrets` there has the secrets to check signatures with, one a line, as Standard
Webhooks spells them.

The first part of the path says what it answers:
    /NNN        that status                              /redirect  a redirection to /200
    /flaky      503 for each identifier, then 200        /drop      nothing: it hangs up
    /slow       200 after three seconds                  /long      200, and words without end
"""

import argparse
import base64
import hashlib
import hmac
import http.server
import json
import pathlib
import ssl
import threading
import time


class Receiver(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    seen = set()
    lock = threading.Lock()
    count = 0

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.keep(body)
        way = self.path.split("?")[0].split("/")[1]
        if way == "drop":
            self.close_connection = True
            return
        if way == "slow":
            time.sleep(3)
        if way == "long":
            self.talk_on()
            return
        self.answer(way)

    do_GET = do_POST

    def answer(self, way):
        message = self.headers.get("webhook-id", "")
        if way == "flaky":
            with self.lock:
                status = 200 if message in self.seen else 503
                self.seen.add(message)
        else:
            status = {"redirect": 302, "slow": 200}.get(way) or int(way)
        self.send_response(status)
        if way == "redirect":
            self.send_header("Location", "/200")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def talk_on(self):
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            for _ in range(100_000):
                self.wfile.write(b"words " * 200)
        except OSError:
            pass
        self.close_connection = True

    def keep(self, body):
        with self.lock:
            Receiver.count += 1
            number = Receiver.count
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = {
            "method": self.command,
            "path": self.path,
            "headers": headers,
            "body": body.decode(),
            "signedBy": self.signers(headers, body),
        }
        unfinished = self.server.folder / f"{number}.new"
        unfinished.write_text(json.dumps(request))
        unfinished.rename(self.server.folder / f"{number:06}.json")

    def signers(self, headers, body):
        """The lines of `secrets` by which it is signed, counted from 0."""
        file = self.server.folder / "secrets"
        secrets = file.read_text().split() if file.exists() else []
        signed = f"{headers.get('webhook-id')}.{headers.get('webhook-timestamp')}.".encode() + body
        given = headers.get("webhook-signature", "").split(" ")
        return [number for number, secret in enumerate(secrets) if self.signature(secret, signed) in given]

    @staticmethod
    def signature(secret, signed):
        key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
        return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()

    def log_message(self, *arguments):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass  # A handshake that fails is what a test asks for.


parser = argparse.ArgumentParser()
parser.add_argument("folder", type=pathlib.Path)
parser.add_argument("--certificate")
parser.add_argument("--key")
options = parser.parse_args()
server = Server(("127.0.0.1", 0), Receiver)
server.folder = options.folder
if options.certificate:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.certificate, options.key)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
print(server.server_port, flush=True)
server.serve_forever()
