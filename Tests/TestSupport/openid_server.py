"""A real provider of identities, Canaille, with two people and one client, for as long as a test needs it. It says its issuer on
its first line, once it listens.

The client's secret is `secret-du-client`. Each person's password is their name with `-chez-eux` after it.
"""

import argparse
import datetime
import logging
import socket

from canaille import create_app
from joserfc.jwk import ECKey, RSAKey
from werkzeug.serving import WSGIRequestHandler, make_server

PEOPLE = ("ines", "paul")
CLIENT = "doleances"
SECRET = "secret-du-client"


class Quiet(WSGIRequestHandler):
    """Says nothing of requests: the first line is what is waited for."""

    def log(self, *_):
        pass


def keys():
    """One of each kind that we take."""
    made = [RSAKey.generate_key(2048, auto_kid=True), ECKey.generate_key("P-256", auto_kid=True)]
    return [key.as_dict(private=True) for key in made]


def fill(app, redirects, algorithm):
    from canaille.app import models
    from canaille.backends import Backend

    now = datetime.datetime.now(datetime.timezone.utc)
    with app.app_context():
        for name in PEOPLE:
            user = models.User(
                user_name=name,
                formatted_name=name.capitalize(),
                family_name=name.capitalize(),
                emails=[f"{name}@identites.example"],
            )
            Backend.instance.save(user)
            Backend.instance.set_user_password(user, f"{name}-chez-eux")
        client = models.Client(
            client_id=CLIENT,
            client_name="Doléances",
            client_secret=SECRET,
            # Of its own machine: it asks nobody whether they consent.
            client_uri="http://127.0.0.1",
            redirect_uris=redirects,
            grant_types=["authorization_code"],
            response_types=["code"],
            scope=["openid"],
            token_endpoint_auth_method="client_secret_basic",
            id_token_signed_response_alg=algorithm,
            client_id_issued_at=now,
        )
        Backend.instance.save(client)
        client.audience = [client]
        Backend.instance.save(client)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("redirects", nargs="+", help="where browsers may be sent back to")
    parser.add_argument("--algorithm", default="RS256", choices=("RS256", "ES256"))
    given = parser.parse_args()
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen(64)
        name = f"127.0.0.1:{door.getsockname()[1]}"
        logging.disable(logging.CRITICAL)
        app = create_app(
            {
                "SECRET_KEY": "a" * 32,
                "SERVER_NAME": name,
                "PREFERRED_URL_SCHEME": "http",
                "SESSION_COOKIE_NAME": "identites",
                "CANAILLE": {"DATABASE": "memory", "JAVASCRIPT": False, "HTMX": False},
                "CANAILLE_OIDC": {"ACTIVE_JWKS": keys()},
            }
        )
        fill(app, given.redirects, given.algorithm)
        server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet, fd=door.fileno())
        print(f"http://{name}", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main()
