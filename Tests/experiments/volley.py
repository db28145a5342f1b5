"""Many clients at once from one light process: ready-made requests over kept connections.

A visit is a generator: it yields the bytes of a request and is given the `Answer`, or None when the connection was lost
before one had come whole, so that nobody can know what became of the request.
"""

import re
import selectors
import socket
import time

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
LOCATION = re.compile(rb"\r\nlocation: *([^\r]*)", re.IGNORECASE)


class Answer:
    """A whole response and how long it took, in seconds."""

    __slots__ = ("status", "head", "body", "seconds")

    def __init__(self, head, body, seconds):
        self.status, self.head, self.body, self.seconds = int(head[9:12]), head, body, seconds

    @property
    def location(self):
        found = LOCATION.search(self.head)
        return found[1].decode() if found else ""


def chunked(buffer, start):
    """The body of a chunked response and where it ends; None while it is not whole."""
    body, position = [], start
    while True:
        line = buffer.find(b"\r\n", position)
        if line < 0:
            return None
        size = int(buffer[position:line].split(b";")[0], 16)
        end = line + 2 + size + 2
        if len(buffer) < end:
            return None
        if size == 0:
            return b"".join(body), end
        body.append(bytes(buffer[line + 2 : end - 2]))
        position = end


class Client:
    """One connection and the visit under way on it."""

    def __init__(self, volley, port, source):
        self.volley, self.port, self.source, self.socket, self.visit = volley, port, source, None, None
        self.inbox, self.outbox, self.sent = bytearray(), memoryview(b""), 0.0

    def begin(self):
        """Starts the next visit; false when there is none."""
        for visit in self.volley.visits:
            self.visit = visit
            if self._step(None):
                return True
        return False

    def _step(self, answer):
        """Goes on with the visit; false when it is over."""
        try:
            request = self.visit.send(answer)
        except StopIteration:
            return False
        self.sent = time.perf_counter()
        self.outbox = memoryview(request)
        self._flush()
        return True

    def _flush(self):
        try:
            if self.socket is None:
                self.socket = socket.create_connection(("127.0.0.1", self.port), 5, (self.source, 0))
                self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self.socket.setblocking(False)
                self.volley.selector.register(self.socket, selectors.EVENT_READ, self)
            while self.outbox:
                self.outbox = self.outbox[self.socket.send(self.outbox) :]
        except BlockingIOError:
            pass
        except OSError:
            self.volley.lost.append(self)
            return
        wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if self.outbox else 0)
        self.volley.selector.modify(self.socket, wanted, self)

    def ready(self, events):
        if events & selectors.EVENT_WRITE:
            self._flush()
        if events & selectors.EVENT_READ:
            self._read()

    def _read(self):
        try:
            data = self.socket.recv(1 << 16)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.volley.lost.append(self)
            return
        self.inbox += data
        answer = self._answer()
        if answer and not self._step(answer) and not self.begin():
            self.close()

    def _answer(self):
        end = self.inbox.find(b"\r\n\r\n")
        if end < 0:
            return None
        head = bytes(self.inbox[: end + 2])
        length = LENGTH.search(head)
        if length:
            last = end + 4 + int(length[1])
            whole = (bytes(self.inbox[end + 4 : last]), last) if len(self.inbox) >= last else None
        elif b"chunked" in head.lower():
            whole = chunked(self.inbox, end + 4)
        else:
            whole = (b"", end + 4)
        if whole is None:
            return None
        del self.inbox[: whole[1]]
        return Answer(head, whole[0], time.perf_counter() - self.sent)

    def close(self):
        if self.socket:
            self.volley.selector.unregister(self.socket)
            self.socket.close()
            self.socket = None
        self.inbox.clear()

    def lose(self):
        """The connection is gone: the visit is told, and goes on or ends, on a new connection."""
        self.close()
        if not self._step(None) and not self.begin():
            self.close()


class Volley:
    """Runs visits, as many at a time as there are clients, spread over the ports and over addresses of ours."""

    def __init__(self, ports, visits, clients, sources=("127.0.0.1",)):
        self.visits, self.selector, self.lost = iter(visits), selectors.DefaultSelector(), []
        self.clients = [
            Client(self, ports[index % len(ports)], sources[index % len(sources)]) for index in range(clients)
        ]

    def run(self, until=lambda: False):
        """To the end of all visits, or until told to stop. Returns the seconds that it took."""
        begun = time.perf_counter()
        for client in self.clients:
            client.begin()
        while not until():
            for key, events in self.selector.select(0.05):
                if key.data.socket is key.fileobj:
                    key.data.ready(events)
            lost, self.lost = self.lost, []
            if lost:
                time.sleep(0.01)  # A server that is down is not asked in a tight circle.
            for client in dict.fromkeys(lost):
                client.lose()
            if not self.selector.get_map() and not self.lost:
                break
        seconds = time.perf_counter() - begun
        for client in self.clients:
            client.close()
        self.selector.close()
        return seconds
