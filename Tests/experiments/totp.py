"""An authenticator application: the codes of a secret, after RFC 6238. The standard library only."""

import base64
import hashlib
import hmac
import struct
import time

PERIOD = 30


class Application:
    """What somebody's telephone shows."""

    def __init__(self, secret):
        self.secret = base64.b32decode(secret.replace(" ", ""))

    def code(self, steps=0):
        """The code of now, or of so many steps later."""
        counter = struct.pack(">Q", int(time.time()) // PERIOD + steps)
        digest = hmac.new(self.secret, counter, hashlib.sha1).digest()
        offset = digest[19] & 15
        number = struct.unpack(">I", digest[offset : offset + 4])[0] & 0x7FFFFFFF
        return f"{number % 1_000_000:06d}"
