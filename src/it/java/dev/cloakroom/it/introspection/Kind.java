package dev.cloakroom.it.introspection;

/** What the access tokens of an application are that tells of them. */
enum Kind {
  JWT("jwt", "telling-jwt/"),
  OPAQUE("opaque", "telling-opaque/");

  private final String issuer;
  private final String path;

  Kind(String issuer, String path) {
    this.issuer = issuer;
    this.path = path;
  }

  /** What the application that asks calls the one that tells. */
  String issuer() {
    return issuer;
  }

  String path() {
    return path;
  }
}
