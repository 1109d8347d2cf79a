package dev.cloakroom.mechanism;

import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;

/** Whose credential somebody says that they present. */
final class PresentedName {

  private PresentedName() {}

  /** The name; empty if the credential says none. */
  static String of(Credential presented) {
    if (presented instanceof UsernamePasswordCredential login) {
      return login.getCaller();
    }
    return presented instanceof CallerOnlyCredential named ? named.getCaller() : "";
  }
}
