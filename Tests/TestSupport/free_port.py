#!/usr/bin/env python3
"""A port of this machine that nobody listens on; run as a program, it prints one.

It lies below those that the system gives to outgoing connections: one of them could take it before the server does, and a
client that looks for a server that is down could meet itself there.
"""

import random
import socket


def free_port():
    chance = random.SystemRandom()
    while True:
        port = chance.randrange(20_000, 32_000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue  # Taken.


if __name__ == "__main__":
    print(free_port())
