"""A wire to PostgreSQL that loses what it is told to lose: postgres_proxy.py PORT FOLDER

Prints the port it listens on. FOLDER/fault says what becomes of each COMMIT from then on: none, answerLost,
answerWithheld, commitLost. FOLDER/commits gets one character for each COMMIT seen.
"""

import asyncio
import sys
from pathlib import Path

port, folder = int(sys.argv[1]), Path(sys.argv[2])
COMMIT = b"Q\x00\x00\x00\x0bCOMMIT\x00"


def fault() -> str:
    try:
        return (folder / "fault").read_text()
    except FileNotFoundError:
        return "none"


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    upstream, downstream = await asyncio.open_connection("127.0.0.1", port)
    state = {"fault": "none"}

    def cut() -> None:
        writer.transport.abort()
        downstream.transport.abort()

    async def asked() -> None:
        while data := await reader.read(1 << 16):
            if COMMIT in data:
                with open(folder / "commits", "a") as commits:
                    commits.write("x")
                state["fault"] = fault()
                if state["fault"] == "commitLost":
                    return cut()
            downstream.write(data)
            await downstream.drain()
        downstream.close()

    async def answered() -> None:
        while data := await upstream.read(1 << 16):
            if state["fault"] == "answerLost":
                return cut()
            if state["fault"] == "answerWithheld":
                continue
            writer.write(data)
            await writer.drain()
        writer.close()

    await asyncio.gather(asked(), answered(), return_exceptions=True)


async def main() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
