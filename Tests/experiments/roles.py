"""Accounts of one role each."""

from harness import PASSWORD
from lives import day

ROLES = "accueil responsable direction controle rgpd auditeur administrateur".split()


def in_role(place, role):
    """Somebody who has this role alone; their address."""
    email = f"{role}@formation.example"
    term = ("--expires", day(30)) if role == "auditeur" else ()
    account = ("--email", email, "--name", f"Personne {role}", "--roles", role, *term)
    place.command("user", "add", *account, "--password-stdin", input=PASSWORD + "\n")
    return email
