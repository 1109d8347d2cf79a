package dev.cloakroom.crossorigin;

/**
 * Whose a CSRF token is.
 *
 * @param id of the login session, or of the visitor
 */
public record CsrfHolder(Kind kind, String id) {

  /** What the id is of. */
  public enum Kind {
    /** A login session: the token is good as long as that. */
    LOGIN,
    /** Somebody who is not logged in, known by a cookie of its own. */
    VISITOR
  }

  /** That of a login session. */
  public static CsrfHolder login(String sessionId) {
    return new CsrfHolder(Kind.LOGIN, sessionId);
  }

  /** A visitor. */
  public static CsrfHolder visitor(String id) {
    return new CsrfHolder(Kind.VISITOR, id);
  }

  @Override
  public String toString() {
    return "CsrfHolder[" + kind + "]";
  }
}
