package dev.cloakroom.readme;

import jakarta.security.enterprise.credential.Credential;

public final class LinkCredential implements Credential {
  private final String name;

  LinkCredential(String provenName) {
    name = provenName;
  }

  String name() {
    return name;
  }
}
