package dev.cloakroom.servlet;

import dev.cloakroom.factor.FactorVerdict;
import dev.cloakroom.factor.FactorVerdict.Throttled;
import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.LoginExchange.Refused;
import dev.cloakroom.session.OpenRefusal;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.token.RejectedToken;

/** How the wire names what the session, token and factor packages refuse. */
public final class RefusalReasons {

  private RefusalReasons() {}

  /** The reason on the wire why a credential leads to no session. */
  public static Reason of(SessionRefusal refusal) {
    return switch (refusal) {
      case UNKNOWN, REPLACED, COPIED -> Reason.INVALID_TOKEN;
      case EXPIRED -> Reason.SESSION_EXPIRED;
      case ENDED -> Reason.SESSION_ENDED;
      case REUSED -> Reason.REFRESH_TOKEN_REUSED;
    };
  }

  /** The reason on the wire why a caller who proved who they are has no session. */
  public static Reason of(OpenRefusal refusal) {
    return switch (refusal) {
      case ENDED -> Reason.SESSION_ENDED;
      case TOO_MANY -> Reason.TOO_MANY_SESSIONS;
      case UNSTORABLE_NAME -> Reason.UNSUPPORTED_CALLER_NAME;
    };
  }

  /** How an answer to a second factor is refused that does not prove its caller. */
  public static Refused of(FactorVerdict verdict) {
    return verdict instanceof Throttled throttled
        ? new Refused(Reason.TOO_MANY_REQUESTS, throttled.retryAfter())
        : new Refused(Reason.FACTOR_REFUSED);
  }

  /** The reason on the wire why an access token is not believed. */
  public static Reason of(RejectedToken rejected) {
    return rejected.reason() == RejectedToken.Reason.EXPIRED
        ? Reason.TOKEN_EXPIRED
        : Reason.INVALID_TOKEN;
  }
}
