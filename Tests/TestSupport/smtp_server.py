"""A mail relay for the tests: it keeps every letter it takes, says everything it hears, and fails on demand.

    smtp_server.py FOLDER [--security plain|starttls|implicit] [--certificate PEM --key PEM]
                          [--user NAME --password WORD] [--fault FAULT | --faults JSON] [--port PORT]

It listens on a free port of 127.0.0.1, or on PORT, and prints that port on its first line. In FOLDER it writes, for each letter,
`N.eml` (the bytes, dots undoubled) then `N.json` (the envelope), and for each connection `N.heard`: every byte it heard
outside TLS handshakes.

FAULT is `STAGE=CODE TEXT` to answer that at a stage (greeting, ehlo, starttls, auth, mail, rcpt, data, end), or:
    silence     take the letter and never answer          drop     take the letter, keep it, hang up without a word
    hang-up     hang up when the letter begins            no-tls   answer STARTTLS, then speak no TLS
    early-words say more than the answer to STARTTLS, in clear text, before TLS begins
    slow        answer each line of a letter's envelope, and the letter, after a second

FAULTS are an object of recipients and faults of the letter: each befalls the first letter to that recipient.
"""

import argparse
import asyncio
import json
import pathlib
import ssl

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class Relay(SMTP):
    def __init__(self, options, number, **arguments):
        self.options = options
        self.folder = options.folder
        self.heard = self.folder / f"{number}.heard"
        self.heard.touch()
        self.speaks_no_tls = False
        self.stage, _, self.answer = options.fault.partition("=")
        super().__init__(self, hostname="relay.example", ident="test relay", **arguments)

    def fails_at(self, stage):
        return self.stage == stage

    def connection_made(self, transport):
        if self.fails_at("greeting"):
            transport.write(f"{self.answer}\r\n".encode())
            transport.close()
            return
        super().connection_made(transport)

    def data_received(self, data):
        with self.heard.open("ab") as file:
            file.write(data)
        if self.speaks_no_tls:
            self.transport.write(b"This is not TLS\r\n")
            self.transport.close()
            return
        if self.fails_at("hang-up") and self.session and self.session.letter_begun:
            self.transport.abort()
            return
        super().data_received(data)

    def _create_session(self):
        session = super()._create_session()
        session.letter_begun = False
        session.mail = None
        return session

    async def push(self, status):
        if isinstance(status, str) and status.startswith("354"):
            self.session.letter_begun = True
        await super().push(status)

    async def smtp_EHLO(self, hostname):
        await (self.push(self.answer) if self.fails_at("ehlo") else super().smtp_EHLO(hostname))

    async def smtp_HELO(self, hostname):
        await (self.push(self.answer) if self.fails_at("ehlo") else super().smtp_HELO(hostname))

    async def smtp_STARTTLS(self, argument):
        if self.fails_at("starttls"):
            await self.push(self.answer)
        elif self.fails_at("no-tls"):
            self.speaks_no_tls = True
            await self.push("220 Ready to start TLS")
        elif self.fails_at("early-words"):
            await self.push("220 Ready to start TLS\r\n250 Slipped in")
        else:
            await super().smtp_STARTTLS(argument)

    async def smtp_AUTH(self, argument):
        await (self.push(self.answer) if self.fails_at("auth") else super().smtp_AUTH(argument))

    async def smtp_MAIL(self, argument):
        self.session.mail = argument
        await (self.push(self.answer) if self.fails_at("mail") else super().smtp_MAIL(argument))

    async def smtp_RCPT(self, argument):
        recipient = argument.partition("<")[2].partition(">")[0]
        if recipient in self.options.faults:
            self.stage, _, self.answer = self.options.faults.pop(recipient).partition("=")
        await self.dawdle()
        await (self.push(self.answer) if self.fails_at("rcpt") else super().smtp_RCPT(argument))

    async def dawdle(self):
        if self.fails_at("slow"):
            await asyncio.sleep(1)

    async def smtp_DATA(self, argument):
        await self.dawdle()
        await (self.push(self.answer) if self.fails_at("data") else super().smtp_DATA(argument))

    async def handle_DATA(self, server, session, envelope):
        if self.fails_at("silence"):
            await asyncio.sleep(3600)
        await self.dawdle()
        if self.fails_at("end"):
            return self.answer
        number = self.keep(session, envelope)
        if self.fails_at("drop"):
            self.transport.abort()
            await asyncio.sleep(3600)
        return f"250 2.0.0 Ok: queued as {number:06d} for <{envelope.rcpt_tos[0]}>"

    def keep(self, session, envelope):
        number = len(list(self.folder.glob("*.eml"))) + 1
        (self.folder / f"{number}.eml").write_bytes(envelope.original_content)
        described = {
            "mail": session.mail,
            "sender": envelope.mail_from,
            "recipients": envelope.rcpt_tos,
            "greeting": session.host_name,
            "login": session.auth_data and session.auth_data.login.decode(),
            "isEncrypted": self.transport.get_extra_info("ssl_object") is not None,
        }
        (self.folder / f"{number}.json").write_text(json.dumps(described))
        return number


def authenticator(options):
    def check(server, session, envelope, mechanism, data):
        known = isinstance(data, LoginPassword) and (data.login, data.password) == (
            options.user.encode(),
            options.password.encode(),
        )
        return AuthResult(success=known, handled=False, auth_data=data)

    return check


def tls(options):
    if options.security == "plain":
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(options.certificate, options.key)
    return context


async def serve(options):
    context = tls(options)
    numbers = iter(range(1, 1_000_000))

    def connection():
        return Relay(
            options,
            next(numbers),
            tls_context=context if options.security == "starttls" else None,
            require_starttls=options.security == "starttls",
            authenticator=authenticator(options) if options.user else None,
            auth_required=options.user is not None,
            auth_require_tls=options.security == "starttls",
            loop=asyncio.get_running_loop(),
        )

    implicit = context if options.security == "implicit" else None
    server = await asyncio.get_running_loop().create_server(connection, "127.0.0.1", options.port, ssl=implicit)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--security", choices=["plain", "starttls", "implicit"], default="plain")
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--user")
    parser.add_argument("--password")
    parser.add_argument("--fault", default="")
    parser.add_argument("--faults", type=json.loads, default={})
    parser.add_argument("--port", type=int, default=0)
    return parser.parse_args()


if __name__ == "__main__":
    asyncio.run(serve(arguments()))
