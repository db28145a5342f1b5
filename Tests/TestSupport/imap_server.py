"""A real IMAP server, Dovecot, on two free ports of this machine, for as long as a test needs it: STARTTLS on the first, TLS
from the first byte on the second. It says both on its first line, once it listens.

The account is `reclamations@cine-atelier.example`, its password `boite-aux-lettres`. Mails are files: whoever puts one into
FOLDER/mail/new delivers it, and whoever removes FOLDER/mail/dovecot* gives the mailbox another UIDVALIDITY, a second later. There
is a mailbox `Traite` beside it.
"""

import argparse
import ctypes
import getpass
import grp
import hashlib
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import time

from free_port import free_port

ACCOUNT = "reclamations@cine-atelier.example"
PASSWORD = "boite-aux-lettres"

CONFIGURATION = """
protocols = imap
listen = 127.0.0.1
base_dir = {run}
state_dir = {run}
log_path = {folder}/log
ssl = required
ssl_cert = <{certificate}
ssl_key = <{key}
disable_plaintext_auth = yes
auth_mechanisms = plain login
default_internal_user = {internal}
default_internal_group = {group}
default_login_user = {login}
first_valid_uid = 1
mail_location = maildir:{folder}/mail
mail_fsync = never
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {secure}
    ssl = yes
  }}
}}
"""


def owner():
    """Whose the mails are, and who serves: never root, which Dovecot refuses."""
    if os.getuid() != 0:
        me = pwd.getpwuid(os.getuid())
        group = grp.getgrgid(os.getgid()).gr_name
        return me.pw_uid, me.pw_gid, getpass.getuser(), group, getpass.getuser()
    nobody = pwd.getpwnam("nobody")
    return nobody.pw_uid, nobody.pw_gid, "dovecot", "dovecot", "dovenull"


def run_folder(folder):
    """Where its sockets are: a name of a socket has room for a hundred bytes, and Dovecot wants thirty. The same each time."""
    return pathlib.Path("/tmp") / f"imap-{hashlib.sha256(str(folder).encode()).hexdigest()[:12]}"


def prepare(folder, uid, gid):
    for name in ("cur", "new", "tmp"):
        (folder / "mail" / name).mkdir(parents=True, exist_ok=True)
        (folder / "mail" / ".Traite" / name).mkdir(parents=True, exist_ok=True)
    run = run_folder(folder)
    run.mkdir(exist_ok=True)
    if os.getuid() == 0:
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, uid, gid)
        os.chown(run, uid, gid)
        folder.chmod(0o755)
        run.chmod(0o755)
        for part in folder.parents:
            if str(part).startswith("/tmp/"):
                part.chmod(part.stat().st_mode | 0o011)


def await_former(folder):
    """Until a server that was here before is gone: it takes a moment to end."""
    mark = run_folder(folder) / "master.pid"
    for attempt in range(100):
        try:
            os.kill(int(mark.read_text()), signal.SIGKILL if attempt == 60 else 0)
        except (OSError, ValueError):
            return
        time.sleep(0.1)


def ends_with_us():
    """Has the kernel stop it with whoever started it, were that by SIGKILL (prctl, PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--certificate", required=True)
    parser.add_argument("--key", required=True)
    parser.add_argument("--ports", nargs=2, type=int, help="those of a server that was there before")
    given = parser.parse_args()
    # Whoever started this may have held signals back, from Dovecot too: it would outlive us.
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    folder = pathlib.Path(given.folder).resolve()
    uid, gid, internal, group, login = owner()
    await_former(folder)
    prepare(folder, uid, gid)
    port, secure = given.ports or (free_port(), free_port())
    settings = folder / "dovecot.conf"
    settings.write_text(
        CONFIGURATION.format(
            folder=folder,
            run=run_folder(folder),
            certificate=given.certificate,
            key=given.key,
            internal=internal,
            group=group,
            login=login,
            password=PASSWORD,
            uid=uid,
            gid=gid,
            port=port,
            secure=secure,
        )
    )
    program = shutil.which("dovecot") or "/usr/sbin/dovecot"
    server = subprocess.Popen(
        [program, "-F", "-c", str(settings)], stdin=subprocess.DEVNULL, preexec_fn=ends_with_us
    )

    def stop(*_):
        server.terminate()
        server.wait()
        shutil.rmtree(run_folder(folder), ignore_errors=True)
        sys.exit(0)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    for _ in range(1200):
        if server.poll() is not None:
            sys.exit((folder / "log").read_text() if (folder / "log").exists() else "dovecot ended")
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", secure)) == 0:
                print(port, secure, flush=True)
                break
        time.sleep(0.05)
    # Whoever started this may be gone without a word.
    parent = os.getppid()
    while server.poll() is None:
        if os.getppid() != parent:
            stop()
        time.sleep(0.2)


if __name__ == "__main__":
    main()
