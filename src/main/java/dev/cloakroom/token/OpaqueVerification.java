package dev.cloakroom.token;

/** What came of proving an opaque token. */
public sealed interface OpaqueVerification permits OpaqueVerification.Proven, RejectedToken {

  /**
   * It is genuine, and its time is not over.
   *
   * @param sessionId the login session that it is a credential of, which may have ended since
   */
  record Proven(String sessionId) implements OpaqueVerification {}
}
