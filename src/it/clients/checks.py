"""Counts and prints checks, one line each, and describes what every client must see."""

import sys
from contextlib import contextmanager


class Checks:
    """The checks of one run. A failed check is printed and counted, and the run goes on."""

    def __init__(self, title):
        self.title = title
        self.passed = 0
        self.failed = 0

    def that(self, what, holds, seen=""):
        """Checks one thing. `seen` is printed on failure and must not be a secret."""
        if holds:
            self.passed += 1
            print(f"ok    {self.title}: {what}")
        else:
            self.failed += 1
            print(f"FAIL  {self.title}: {what}" + (f" (seen: {seen})" if seen != "" else ""))

    def status(self, what, response, expected):
        self.that(f"{what} is {expected}", response.status_code == expected, response.status_code)

    @contextmanager
    def flow(self, name):
        """A flow that breaks off counts as one failure; the next one still runs."""
        try:
            yield
        except Exception as broken:  # whatever ends a flow early is a failure of that flow
            self.that(f"{name} runs to its end", False, f"{type(broken).__name__}: {broken}")

    def finish(self):
        print(f"{self.title}: {self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed or not self.passed else 0)


def cookie_name(base_url):
    """Over HTTPS the host-bound name; in `auto` mode over plain HTTP the bare one."""
    return "__Host-sid" if base_url.startswith("https:") else "sid"


def check_set_cookie(checks, base_url, headers):
    """The session cookie's raw Set-Cookie header: exactly one, with the promised attributes."""
    ours = [header for header in headers if "sid=" in header.split(";")[0]]
    checks.that("the session cookie is set exactly once", len(ours) == 1, len(ours))
    name_and_value, *attributes = (part.strip() for part in "".join(ours[:1]).split(";"))
    name = name_and_value.split("=")[0]
    checks.that(f"the cookie is named {cookie_name(base_url)}", name == cookie_name(base_url), name)
    for attribute in ("HttpOnly", "SameSite=Lax", "Path=/"):
        checks.that(f"the cookie has {attribute}", attribute in attributes, attributes)
    secure = base_url.startswith("https:")
    checks.that(
        f"the cookie is {'' if secure else 'not '}Secure", ("Secure" in attributes) == secure, attributes
    )
    domains = [attribute for attribute in attributes if attribute.lower().startswith("domain")]
    checks.that("the cookie has no Domain", not domains, domains)
