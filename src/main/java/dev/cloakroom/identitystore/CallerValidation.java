package dev.cloakroom.identitystore;

import jakarta.security.enterprise.CallerPrincipal;
import java.util.Set;

/** What the identity stores said of a credential. */
public sealed interface CallerValidation {

  /** It is the credential of this caller, who is in these groups. */
  record Validated(CallerPrincipal caller, Set<String> groups) implements CallerValidation {}

  /** It is not to be believed, or nobody could tell. */
  enum NotValidated implements CallerValidation {
    /** The stores refused it, or none knows its kind. */
    REFUSED,
    /** A store failed. */
    UNAVAILABLE
  }
}
