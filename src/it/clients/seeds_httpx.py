#!/usr/bin/python3
"""The flows of API tests written with Python's `httpx`, against a running demo.

Usage: seeds_httpx.py [base URL, default http://127.0.0.1:8080/api]
"""

import sys

import httpx

from checks import Checks, check_set_cookie, cookie_name

BASE_URL = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080/api"
TESTUSER = {"username": "testuser", "password": "testpass"}

checks = Checks(f"httpx {BASE_URL}")


def new_client():
    # The demo's certificate is self-signed.
    return httpx.Client(base_url=BASE_URL, verify=False, trust_env=False)


def session_login():
    with new_client() as client:
        response = client.post("/login", json=TESTUSER)
        checks.status("login by JSON", response, 200)
        check_set_cookie(checks, BASE_URL, response.headers.get_list("set-cookie"))
        checks.that("the client keeps a cookie", len(client.cookies) > 0)
        profile = client.get("/profile")
        checks.status("GET /profile", profile, 200)
        checks.that("GET /profile sees testuser", profile.json()["caller"] == "testuser")


def session_logout():
    with new_client() as client:
        client.post("/login", json={"username": "test", "password": "pass"})
        checks.status("GET /profile before logout", client.get("/profile"), 200)
        checks.status("POST /logout", client.post("/logout"), 200)
        checks.that("logout clears the cookie", len(client.cookies) == 0, list(client.cookies))
        checks.status("GET /profile after logout", client.get("/profile"), 401)


def cookies_cleared_by_the_client():
    with new_client() as client:
        client.post("/login", data={"username": "user", "password": "password"})
        checks.status("GET /profile with the cookie", client.get("/profile"), 200)
        client.cookies.clear()
        checks.status("GET /profile after clearing the cookies", client.get("/profile"), 401)


def cookie_given_by_hand():
    """A ticket taken from one client works in another, also beside a cookie that is not ours."""
    with new_client() as first:
        first.post("/login", json=TESTUSER)
        ticket = first.cookies[cookie_name(BASE_URL)]
    given = {"temporary": "cookie-value", cookie_name(BASE_URL): ticket}
    header = "; ".join(f"{name}={value}" for name, value in given.items())
    with new_client() as second:
        with_ticket = second.get("/profile", headers={"Cookie": header})
        checks.status("GET /profile with a cookie for one request", with_ticket, 200)
        checks.status("GET /profile without it", second.get("/profile"), 401)


def made_up_cookie():
    with new_client() as client:
        made_up = {"Cookie": f"{cookie_name(BASE_URL)}=test-session-token"}
        checks.status("GET /protected with a made-up cookie", client.get("/protected", headers=made_up), 401)


def users_side_by_side():
    with new_client() as alice, new_client() as bob:
        alice.post("/login", data={"username": "alice", "password": "123"})
        bob.post("/login", data={"username": "bob", "password": "123"})
        checks.that("alice sees alice", alice.get("/profile").json()["caller"] == "alice")
        checks.that("bob sees bob", bob.get("/profile").json()["caller"] == "bob")


def devices():
    with new_client() as phone, new_client() as desk:
        for client in (phone, desk):
            client.post("/login", json={"username": "user", "password": "password"})
        own = desk.get("/session").json()["session"]["id"]
        other = phone.get("/session").json()["session"]["id"]
        listed = {entry["id"]: entry["current"] for entry in desk.get("/sessions").json()["sessions"]}
        checks.that("both devices are listed", {own, other} <= listed.keys(), len(listed))
        checks.that("only the own one is current", listed.get(own) and not listed.get(other))
        ended = desk.delete(f"/sessions/{other}")
        checks.that("the other device is ended", ended.is_success, ended.status_code)
        checks.status("GET /profile from the ended device", phone.get("/profile"), 401)
        checks.status("GET /profile from this device", desk.get("/profile"), 200)


def main():
    for flow in (
        session_login,
        session_logout,
        cookies_cleared_by_the_client,
        cookie_given_by_hand,
        made_up_cookie,
        users_side_by_side,
        devices,
    ):
        with checks.flow(flow.__name__):
            flow()
    checks.finish()


main()
