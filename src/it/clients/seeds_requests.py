#!/usr/bin/python3
"""The flows of API tests written with Python's `requests`, against a running demo.

Usage: seeds_requests.py [base URL, default http://127.0.0.1:8080/api]
"""

import sys

import requests
import urllib3

from checks import Checks, check_set_cookie, cookie_name

BASE_URL = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080/api"
USER1 = {"username": "user1", "password": "pass1"}

checks = Checks(f"requests {BASE_URL}")


def new_session():
    session = requests.Session()
    session.trust_env = False
    session.verify = False  # the demo's certificate is self-signed
    return session


def post(path, **options):
    """A call without a session: nothing is kept from one to the next."""
    with new_session() as session:
        return session.post(BASE_URL + path, **options)


def get(path, **options):
    with new_session() as session:
        return session.get(BASE_URL + path, **options)


def bearer(token):
    return {"Authorization": f"Bearer {token}"}


class UserClient:
    """One user with a state of their own."""

    def __init__(self, base_url):
        self.s = new_session()
        self.base_url = base_url

    def login(self, user, pwd):
        return self.s.post(f"{self.base_url}/login", json={"user": user, "pwd": pwd})

    def get_profile(self):
        return self.s.get(f"{self.base_url}/profile")

    def logout(self):
        return self.s.post(f"{self.base_url}/logout")


def session_by_json():
    with new_session() as s:
        login = s.post(f"{BASE_URL}/login", json={"user": "alice", "pwd": "123"})
        checks.status("login by JSON with user and pwd", login, 200)
        checks.that("login names the caller", login.json()["user"]["name"] == "alice")
        check_set_cookie(checks, BASE_URL, login.raw.headers.getlist("Set-Cookie"))
        for path in ("profile", "orders", "protected"):
            answer = s.get(f"{BASE_URL}/{path}")
            checks.status(f"GET /{path} with the session", answer, 200)
            checks.that(f"GET /{path} sees alice", answer.json()["caller"] == "alice")
        checks.that("the request carried the cookie", cookie_name(BASE_URL) in answer.request.headers["Cookie"])
        checks.that("the session holds one cookie", list(s.cookies.get_dict()) == [cookie_name(BASE_URL)])


def session_by_form():
    with new_session() as session:
        login = session.post(f"{BASE_URL}/login", data=USER1)
        checks.status("login by form with username and password", login, 200)
        answer = session.get(f"{BASE_URL}/protected")
        checks.status("GET /protected with the session", answer, 200)
        checks.that("GET /protected sees user1", answer.json()["caller"] == "user1")


def order_with_session():
    with new_session() as session:
        session.post(f"{BASE_URL}/login", json=USER1)
        order = session.post(f"{BASE_URL}/orders", json={"item": "umbrella", "quantity": 2})
        checks.status("POST /orders", order, 201)
        checks.that("the new order can be read", session.get(order.headers["Location"]).json() == order.json())
        bad = session.post(f"{BASE_URL}/orders", json={"item": "", "quantity": 2})
        checks.status("POST /orders without an item", bad, 400)


def bearer_by_hand():
    token = post("/login", json=USER1).json()["token"]
    for path in ("profile", "orders", "protected"):
        answer = get(f"/{path}", headers=bearer(token))
        checks.status(f"GET /{path} with the token", answer, 200)
        checks.that(f"GET /{path} with the token sees user1", answer.json()["caller"] == "user1")
    forged = get("/profile", headers=bearer(token[:-6] + "AAAAAA"))
    checks.status("a token with another signature", forged, 401)


def dual_token():
    tokens = post("/login", json=USER1).json()
    access, refresh = tokens["accessToken"], tokens["refreshToken"]
    checks.that("token and accessToken are the same", tokens["token"] == access)
    renewed = post("/refresh", headers=bearer(refresh))
    checks.status("POST /refresh with the refresh token", renewed, 200)
    answer = get("/protected", headers=bearer(renewed.json()["accessToken"]))
    checks.status("GET /protected with the new access token", answer, 200)
    checks.that("the refresh token is replaced", renewed.json()["refreshToken"] != refresh)
    checks.status("an access token does not refresh", post("/refresh", headers=bearer(access)), 401)
    checks.status("a refresh token is no access token", get("/protected", headers=bearer(refresh)), 401)


def users_side_by_side():
    users = {name: UserClient(BASE_URL) for name in ("alice", "bob")}
    for name, client in users.items():
        checks.status(f"{name} logs in", client.login(name, "123"), 200)
    for name, client in users.items():
        checks.that(f"{name} sees {name}", client.get_profile().json()["caller"] == name)
    users["alice"].logout()
    checks.status("alice after her logout", users["alice"].get_profile(), 401)
    checks.status("bob after alice's logout", users["bob"].get_profile(), 200)


def logout_ends_every_credential():
    with new_session() as session:
        login = session.post(f"{BASE_URL}/login", json={"username": "test", "password": "pass"})
        token = login.json()["token"]
        ticket = session.cookies[cookie_name(BASE_URL)]
        headers = {"Cookie": f"{cookie_name(BASE_URL)}={ticket}"}
        checks.status("the kept cookie before logout", get("/profile", headers=headers), 200)
        checks.status("the token before logout", get("/profile", headers=bearer(token)), 200)
        checks.status("POST /logout", session.post(f"{BASE_URL}/logout"), 200)
        checks.that("logout clears the cookie", len(session.cookies) == 0, list(session.cookies.keys()))
        checks.status("GET /profile after logout", session.get(f"{BASE_URL}/profile"), 401)
        checks.status("the kept cookie after logout", get("/profile", headers=headers), 401)
        checks.status("the token after logout", get("/profile", headers=bearer(token)), 401)


def refusals():
    wrong = post("/login", json={"username": "user1", "password": "wrong"})
    checks.status("login with a wrong password", wrong, 401)
    checks.that("a refused login sets no cookie", "Set-Cookie" not in wrong.headers)
    with new_session() as session:
        session.post(f"{BASE_URL}/login", json=USER1)
        again = session.post(f"{BASE_URL}/login", json={"username": "admin", "password": "wrong"})
        checks.status("a wrong password over a live session", again, 401)
    nobody = get("/profile")
    checks.status("GET /profile without a login", nobody, 401)
    challenge = nobody.headers.get("WWW-Authenticate", "")
    checks.that("401 carries a Bearer challenge", challenge.startswith("Bearer "), challenge)
    checks.status("GET /public without a login", get("/public"), 200)


def groups():
    user, admin = UserClient(BASE_URL), UserClient(BASE_URL)
    user.login("alice", "123")
    admin.login("admin", "admin-pass")
    checks.status("GET /admin as alice", user.s.get(f"{BASE_URL}/admin"), 403)
    checks.status("GET /admin as admin", admin.s.get(f"{BASE_URL}/admin"), 200)


def main():
    urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)
    for flow in (
        session_by_json,
        session_by_form,
        order_with_session,
        bearer_by_hand,
        dual_token,
        users_side_by_side,
        logout_ends_every_credential,
        refusals,
        groups,
    ):
        with checks.flow(flow.__name__):
            flow()
    checks.finish()


main()
