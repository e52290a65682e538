"""A real SMTP server for the browser tests: every message it accepts becomes a file.

    smtp.py FOLDER [--tls | --starttls] [--auth USER:PASSWORD]

Prints "ready PORT" when it listens on 127.0.0.1 and ends when its standard input ends, so that it never outlives the
test that started it. FOLDER/answers.json, read anew for each recipient, says who is answered otherwise than with 250:

    {"ada@acme.example": "451 4.2.0 come back later", "bob@acme.example": "drop"}

"drop" breaks the connection instead of answering to the message. With TLS, FOLDER/ca.pem is whom to trust.
"""

import argparse
import asyncio
import json
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult

from smtp_certificate import server_context


class Catcher:
    def __init__(self, folder: Path):
        self.folder = folder
        self.caught = 0

    def answer_for(self, address: str) -> str | None:
        try:
            answers = json.loads((self.folder / "answers.json").read_text())
        except FileNotFoundError:
            return None
        return answers.get(address.lower(), answers.get("*"))

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = self.answer_for(address)
        if answer and answer != "drop":
            return answer
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        if any(self.answer_for(address) == "drop" for address in envelope.rcpt_tos):
            server.transport.abort()
            return "421 4.3.0 gone"
        self.caught += 1
        recipients = "".join(f"X-Recipient: {address}\r\n" for address in envelope.rcpt_tos)
        file = self.folder / f"{self.caught:04}.eml"
        # Whoever polls the folder sees whole messages only.
        unfinished = file.with_suffix(".part")
        unfinished.write_bytes(recipients.encode() + envelope.original_content)
        unfinished.rename(file)
        return f"250 2.0.0 caught as {file.name}"


def authenticator(expected: str):
    def check(server, session, envelope, mechanism, data):
        given = f"{data.login.decode()}:{data.password.decode()}"
        return AuthResult(success=given == expected, handled=False)

    return check


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tls", action="store_true")
    parser.add_argument("--starttls", action="store_true")
    parser.add_argument("--auth")
    options = parser.parse_args()

    catcher = Catcher(options.folder)
    context = server_context(options.folder) if options.tls or options.starttls else None
    settings = {
        "hostname": "mail.nordkad.example",
        "enable_SMTPUTF8": True,
        "tls_context": context if options.starttls else None,
        "require_starttls": options.starttls,
        # With TLS from the first byte the connection is safe although STARTTLS was never said.
        "auth_require_tls": options.starttls,
        "auth_required": bool(options.auth),
        "authenticator": authenticator(options.auth) if options.auth else None,
    }
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(catcher, **settings),
        host="127.0.0.1",
        port=0,
        ssl=context if options.tls else None,
    )
    print("ready", server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)


asyncio.run(main())
