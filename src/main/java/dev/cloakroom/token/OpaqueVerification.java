package dev.cloakroom.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of proving an opaque token. */
public sealed interface OpaqueVerification permits OpaqueVerification.Proven, RejectedToken {

  /**
   * It is genuine, and its time is not over.
   *
   * @param sessionId the login session that it is a credential of, which may have ended since
   * @param expiresAt when its time is over, in whole seconds
   * @param authentication what its caller has proven since the login; null if nothing
   */
  record Proven(String sessionId, Instant expiresAt, @Nullable Authentication authentication)
      implements OpaqueVerification {}
}
