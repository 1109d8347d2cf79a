package dev.cloakroom.it.browser;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A host by whose name the browser of the tests reaches the loopback address. */
enum Site {
  /** Of the application. */
  BANK("bank.test"),

  /** A subdomain of it: another origin, and the same site. */
  SUBDOMAIN("app.bank.test"),

  /** Another site, which the application trusts. */
  FRIEND("friend.test"),

  /** Another site. */
  EVIL("evil.test");

  private final String host;

  Site(String host) {
    this.host = host;
  }

  String host() {
    return host;
  }

  /** All of them as the subject alternative names of a certificate. */
  static String alternativeNames() {
    return Stream.of(values()).map(site -> "dns:" + site.host).collect(Collectors.joining(","));
  }
}
