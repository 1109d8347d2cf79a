package dev.cloakroom.identitystore;

import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whose credential somebody says that they present. */
public final class PresentedName {

  private PresentedName() {}

  /** The name; empty if the credential says none, as where a page has sent no such field. */
  public static String of(Credential presented) {
    return Objects.requireNonNullElse(said(presented), "");
  }

  private static @Nullable String said(Credential presented) {
    if (presented instanceof UsernamePasswordCredential login) {
      return login.getCaller();
    }
    if (presented instanceof ForeignTokenCredential genuine) {
      return genuine.token().callerName();
    }
    return presented instanceof CallerOnlyCredential named ? named.getCaller() : null;
  }
}
