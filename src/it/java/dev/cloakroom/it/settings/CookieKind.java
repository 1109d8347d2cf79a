package dev.cloakroom.it.settings;

import java.util.List;

/** What a session cookie may carry. */
enum CookieKind {
  /** Random bits. */
  OPAQUE("pem/", CookieKind.TICKET) {
    @Override
    String ticketIn(String cookie) {
      return cookie;
    }

    @Override
    List<String> forgeriesOf(String cookie) {
      Credential genuine = new Credential(cookie);
      return List.of(genuine.changedIn(0), genuine.changedIn(1), genuine.cut());
    }
  },
  /** The same, and a statement with its MAC. */
  SIGNED("signed/", CookieKind.TICKET + "\\.[\\w-]+\\.[\\w-]{43}") {
    @Override
    String ticketIn(String cookie) {
      return new Credential(cookie).cutAfter(2);
    }

    @Override
    List<String> forgeriesOf(String cookie) {
      Credential genuine = new Credential(cookie);
      return List.of(
          genuine.changedIn(0),
          genuine.changedIn(1),
          genuine.cutAfter(3),
          new Credential(ticketIn(cookie)).cut());
    }
  },
  /** The same as claims of a JWT. */
  JWT("jwt-cookie/", "[\\w-]+\\.[\\w-]+\\.[\\w-]{86}") {
    @Override
    String ticketIn(String cookie) {
      Credential token = new Credential(cookie);
      return token.json(1).getString("sid") + "." + token.json(1).getString("tkt");
    }

    @Override
    List<String> forgeriesOf(String cookie) {
      Credential genuine = new Credential(cookie);
      String secret = genuine.json(1).getString("tkt");
      String claims = genuine.json(1).toString();
      String header = genuine.json(0).toString();
      return List.of(
          genuine.with(1, claims.replace(secret, new Credential(secret).changedIn(0))),
          genuine.with(1, claims.replace("user", "admin")),
          genuine.with(0, header.replace("ES256", "none")),
          genuine.changedIn(2),
          genuine.cutAfter(2),
          genuine.cut());
    }
  };

  static final String TICKET = "[\\w-]{22}\\.[\\w-]{43}";

  private final String application;
  private final String form;

  CookieKind(String application, String form) {
    this.application = application;
    this.form = form;
  }

  /** The path of one that has such cookies. */
  String application() {
    return application;
  }

  /** A regular expression. */
  String form() {
    return form;
  }

  /** What proves the session to the store. */
  abstract String ticketIn(String cookie);

  /** Cookies that are almost this one, and worth nothing. */
  abstract List<String> forgeriesOf(String cookie);
}
