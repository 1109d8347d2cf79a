package dev.cloakroom.token;

import org.jspecify.annotations.Nullable;

/** What came of proving an opaque token. */
public sealed interface OpaqueVerification permits OpaqueVerification.Proven, RejectedToken {

  /**
   * It is genuine, and its time is not over.
   *
   * @param sessionId the login session that it is a credential of, which may have ended since
   * @param authentication what its caller has proven since the login; null if nothing
   */
  record Proven(String sessionId, @Nullable Authentication authentication)
      implements OpaqueVerification {}
}
