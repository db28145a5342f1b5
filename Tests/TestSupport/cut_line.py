"""A wire to a server of this machine that carries some connections and cuts all later ones: cut_line.py PORT COUNT

Prints the port it listens on, in a line, and after it a dot for each connection that it cuts.
"""

import asyncio
import sys

port, left = int(sys.argv[1]), int(sys.argv[2])


async def carry(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    while data := await source.read(1 << 16):
        target.write(data)
        await target.drain()
    target.close()


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    global left
    if left == 0:
        print(".", end="", flush=True)
        return writer.close()
    left -= 1
    upstream, downstream = await asyncio.open_connection("127.0.0.1", port)
    await asyncio.gather(carry(reader, downstream), carry(upstream, writer), return_exceptions=True)


async def main() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
