"""A mail server as the world has them, and a reader of mail: `mail.py serve OPTIONS.json`, `mail.py read FILE…`."""

import asyncio
import email
import email.policy
import hashlib
import json
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Box:
    """Keeps what arrives, and does to some addresses what real servers do."""

    def __init__(self, options):
        self.folder = pathlib.Path(options["folder"])
        self.most = options.get("most_per_connection")
        self.count = 0

    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        session.taken = getattr(session, "taken", 0) + 1
        if self.most is not None and session.taken > self.most:
            return "421 4.7.0 Too many messages over this connection"
        if address.startswith("stranger@"):
            return "553 5.7.1 Sender address rejected: not owned by user"
        envelope.mail_from = address
        return "250 2.1.0 Ok"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("gone@"):
            return "550 5.1.1 User unknown"
        if address.startswith("grey@"):
            return "451 4.7.1 Greylisted, try again later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Ok"

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        name = f"{self.count:04}"
        (self.folder / f"{name}.eml").write_bytes(envelope.original_content)
        told = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "encrypted": session.ssl is not None,
            "user": session.auth_data and session.auth_data.login.decode(),
        }
        (self.folder / f"{name}.json").write_text(json.dumps(told))
        if envelope.rcpt_tos[0].startswith("silent@"):
            # The message is kept, but its sender never hears of it.
            server.transport.abort()
        return "250 2.0.0 Ok: queued"


class Server(SMTP):
    """Hangs up in the middle of a message to `broken@…`."""

    async def smtp_DATA(self, arg):
        if self.envelope.rcpt_tos[0].startswith("broken@"):
            await self.push("354 End data with <CR><LF>.<CR><LF>")
            await self._reader.read(10_000)
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


async def serve(options):
    loop = asyncio.get_running_loop()
    context = None
    if options.get("certificate"):
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(options["certificate"], options["key"])
    at_once = bool(options.get("tls"))
    users = options.get("users") or {}

    def authenticate(server, session, envelope, mechanism, data):
        login = data.login.decode()
        fine = login in users and users[login] == data.password.decode()
        # The data of a failed sign-in is dropped; the server answers by itself.
        return AuthResult(success=fine, auth_data=data) if fine else AuthResult(success=False, handled=False)

    box = Box(options)

    def factory():
        return Server(
            box,
            hostname="localhost",
            enable_SMTPUTF8=bool(options.get("utf8")),
            tls_context=None if at_once else context,
            require_starttls=context is not None and not at_once,
            authenticator=authenticate if users else None,
            auth_required=bool(users),
            # The library does not see that a line is encrypted from its first byte.
            auth_require_tls=context is not None and not at_once,
            data_size_limit=options.get("largest", 64 * 1024 * 1024),
        )

    server = await loop.create_server(factory, "127.0.0.1", 0, ssl=context if at_once else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    # Ends with whoever started it.
    await loop.run_in_executor(None, sys.stdin.read)


def read(path):
    message = email.message_from_bytes(pathlib.Path(path).read_bytes(), policy=email.policy.default)
    body = message.get_body(("plain",))
    return {
        "headers": {name: str(value) for name, value in message.items()},
        "text": body.get_content().replace("\r\n", "\n") if body else "",
        "attachments": [
            {
                "name": part.get_filename(),
                "type": part.get_content_type(),
                "sha256": hashlib.sha256(part.get_content()).hexdigest(),
            }
            for part in message.iter_attachments()
        ],
        "defects": [repr(defect) for part in message.walk() for defect in part.defects],
    }


if sys.argv[1] == "serve":
    asyncio.run(serve(json.loads(pathlib.Path(sys.argv[2]).read_text())))
else:
    print(json.dumps([read(path) for path in sys.argv[2:]]))
