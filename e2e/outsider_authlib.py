"""Authlib as a program on somebody's machine: signs in, greets, stays signed in, leaves.

    outsider_authlib.py ISSUER CLIENT_ID browser|device

Prints "OPEN url" for the person and "DONE email" in the end, and stays until its input ends.
"""

import base64
import hashlib
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlparse

from authlib.common.security import generate_token
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.jwk import KeySet

SCOPES = "openid profile email offline_access license"
DEVICE = "urn:ietf:params:oauth:grant-type:device_code"


class Callback(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"Go back to the program")
        if self.path.startswith("/callback"):
            self.server.answer = self.path

    def log_message(self, *_):
        pass


def by_browser(session, metadata):
    server = HTTPServer(("127.0.0.1", 0), Callback)
    server.answer = None
    session.redirect_uri = f"http://127.0.0.1:{server.server_port}/callback"
    verifier, nonce = generate_token(48), generate_token()
    url, state = session.create_authorization_url(
        metadata["authorization_endpoint"], code_verifier=verifier, nonce=nonce
    )
    print("OPEN", url)
    while server.answer is None:
        server.handle_request()
    answer = parse_qs(urlparse(server.answer).query)
    assert answer["iss"] == [metadata["issuer"]] and answer["state"] == [state]
    token = session.fetch_token(
        metadata["token_endpoint"], authorization_response=server.answer, state=state, code_verifier=verifier
    )
    return token, nonce


def by_device(session, metadata):
    form = {"client_id": session.client_id, "scope": SCOPES}
    begun = session.request("POST", metadata["device_authorization_endpoint"], data=form, withhold_token=True).json()
    print("OPEN", begun["verification_uri_complete"])
    pause = begun["interval"]
    while True:
        time.sleep(pause)
        try:
            return session.fetch_token(
                metadata["token_endpoint"], grant_type=DEVICE, device_code=begun["device_code"]
            ), None
        except OAuthError as refused:
            if refused.error == "slow_down":
                pause += 5
            elif refused.error != "authorization_pending":
                raise


def check_id_token(session, metadata, token, nonce):
    keys = KeySet.import_key_set(session.get(metadata["jwks_uri"], withhold_token=True).json())
    claims = jwt.decode(token["id_token"], keys, algorithms=["RS256"]).claims
    expected = {"iss": metadata["issuer"], "aud": session.client_id, "nonce": nonce}
    for name, value in expected.items():
        assert claims.get(name) == value, (name, claims)
    half = hashlib.sha256(token["access_token"].encode()).digest()[:16]
    assert claims["at_hash"] == base64.urlsafe_b64encode(half).rstrip(b"=").decode()
    return claims


def main(issuer, client_id, way):
    # The house of a test stands on this machine, and has no certificate.
    os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
    session = OAuth2Session(
        client_id, scope=SCOPES, token_endpoint_auth_method="none", code_challenge_method="S256"
    )
    session.trust_env = False
    metadata = session.get(f"{issuer}/.well-known/openid-configuration", withhold_token=True).json()
    assert metadata["issuer"] == issuer
    token, nonce = (by_browser if way == "browser" else by_device)(session, metadata)
    claims = check_id_token(session, metadata, token, nonce)
    info = session.get(metadata["userinfo_endpoint"]).json()
    assert info["sub"] == claims["sub"]
    renewed = session.refresh_token(metadata["token_endpoint"], refresh_token=token["refresh_token"])
    assert renewed["refresh_token"] != token["refresh_token"]
    gone = session.revoke_token(
        metadata["revocation_endpoint"], token=renewed["refresh_token"], token_type_hint="refresh_token"
    )
    assert gone.status_code == 200
    assert session.get(metadata["userinfo_endpoint"]).status_code == 401
    print("DONE", info["email"])
    # Who started this ends it, after reading the line.
    sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
