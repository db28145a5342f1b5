"""Lines to a real IMAP server, each with a port of its own and one fault: what is said to the client is cut, held back, or
changed after a number of bytes, once; or each answer is said twice. Afterwards a line is sound.

Above TLS a line ends the client's TLS, shows the same certificate, and speaks TLS to the server: it counts what is said in
IMAP. Below TLS it counts what is on the wire.
"""

import asyncio
import re
import ssl
import threading

LITERAL = re.compile(rb"\{(\d+)\}\r\n$")


class Line:
    """One line, and what befalls it once, after so many bytes of the server's, over all its connections: `cut` without a word,
    `end` with TLS’s goodbye, `silence`; below TLS `garble`, a bit or three turned. `wire` is a sound line below TLS, `twice`
    says everything twice."""

    def __init__(self, fault="", position=None, then=None):
        self.fault, self.position, self.then = fault, position, then
        self.said, self.has_struck, self.port, self.open, self.connections = 0, False, None, 0, 0

    @property
    def is_below(self):
        return self.fault in ("garble", "wire")

    def spoil(self, data):
        """What is left of data once the fault has struck, and whether the connection goes on."""
        begun, self.said = self.said, self.said + len(data)
        if self.position is None or self.has_struck or self.said <= self.position:
            return data, True
        self.has_struck = True
        if self.then:
            self.then()
        at = self.position - begun
        if self.fault == "garble":
            return data[:at] + bytes([data[at] ^ 0x15]) + data[at + 1 :], True
        return data[:at], False


class Lines:
    """The lines, on loopback, until they are closed."""

    def __init__(self, port, certificate, key):
        self.target = port
        self.shown = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self.shown.load_cert_chain(certificate, key)
        self.trusted = ssl.create_default_context(cafile=certificate)
        self.loop, self.servers = asyncio.new_event_loop(), {}
        self.loop.set_exception_handler(lambda *_: None)
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()

    def open(self, there):
        """Opens somebody's line, who knows its port then."""
        asyncio.run_coroutine_threadsafe(self._open(there.line), self.loop).result(30)
        return there

    def shut(self, those):
        """Those answer no more."""
        for line in those:
            self.loop.call_soon_threadsafe(self.servers.pop(line).close)

    def close(self):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(30)

    async def _open(self, line):
        async def answer(reader, writer):
            line.open += 1
            line.connections += 1
            try:
                await self._join(line, reader, writer)
            except (OSError, EOFError, asyncio.IncompleteReadError):
                pass
            finally:
                line.open -= 1
                writer.transport.abort()

        tls = None if line.is_below else self.shown
        server = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=tls, limit=1 << 24)
        self.servers[line] = server
        line.port = server.sockets[0].getsockname()[1]

    async def _join(self, line, reader, writer):
        tls = {} if line.is_below else {"ssl": self.trusted, "server_hostname": "localhost"}
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target, limit=1 << 24, **tls)
        answers = self._twice(far_reader, writer) if line.fault == "twice" else self._answers(line, far_reader, writer)
        both = [asyncio.ensure_future(self._hand_on(reader, far_writer)), asyncio.ensure_future(answers)]
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in both:
                one.cancel()
            far_writer.transport.abort()

    async def _hand_on(self, reader, writer):
        while data := await reader.read(1 << 16):
            writer.write(data)
            await writer.drain()

    async def _answers(self, line, reader, writer):
        while data := await reader.read(1 << 16):
            left, goes_on = line.spoil(data)
            writer.write(left)
            await writer.drain()
            if goes_on:
                continue
            if line.fault == "silence":
                await asyncio.sleep(3600)
            if line.fault == "end":
                writer.close()
                await writer.wait_closed()
            return

    async def _twice(self, reader, writer):
        """Each answer that belongs to no command of its own is said twice, literals and all."""
        while answer := await reader.readline():
            last = answer
            while literal := LITERAL.search(last):
                answer += await reader.readexactly(int(literal[1]))
                last = await reader.readline()
                answer += last
            writer.write(answer * 2 if answer.startswith(b"* ") else answer)
            await writer.drain()
