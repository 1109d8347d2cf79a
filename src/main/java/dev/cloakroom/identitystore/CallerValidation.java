package dev.cloakroom.identitystore;

import jakarta.security.enterprise.CallerPrincipal;
import java.time.Duration;
import java.util.Set;

/** What the identity stores said of a credential, or why they were not asked. */
public sealed interface CallerValidation {

  /** It is the credential of this caller, who is in these groups. */
  record Validated(CallerPrincipal caller, Set<String> groups) implements CallerValidation {}

  /** They were not asked: after so many attempts that failed, the next one has to wait so long. */
  record Throttled(Duration retryAfter) implements CallerValidation {}

  /** It is not to be believed, or nobody could tell. */
  enum NotValidated implements CallerValidation {
    /** The stores refused it, or none knows its kind. */
    REFUSED,
    /** A store failed, or there is more to do than can be done. */
    UNAVAILABLE
  }
}
