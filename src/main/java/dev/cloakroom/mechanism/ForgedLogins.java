package dev.cloakroom.mechanism;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.crossorigin.CrossOriginGuard;
import dev.cloakroom.crossorigin.Origin;
import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.CsrfCheck;
import dev.cloakroom.servlet.FactorAnswer;
import dev.cloakroom.servlet.RequestLogin;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Tells logins that a page of another origin made a browser send: who is logged in by one works in
 * an account that somebody else can read. Safe for use by several threads.
 */
public final class ForgedLogins {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.mechanism");

  private final CrossOriginGuard crossOrigin;
  private final CsrfCheck csrf;
  private final AtomicBoolean told = new AtomicBoolean();

  /** Tells them by where a request comes from, and by its token where one is asked for. */
  public ForgedLogins(CrossOriginGuard crossOrigin, CsrfCheck csrf) {
    this.crossOrigin = crossOrigin;
    this.csrf = csrf;
  }

  /** Why a request must not log in whoever a credential is of; null if it may. */
  @Nullable Reason refusal(Credential presented, HttpServletRequest request) {
    Reason foreign = foreign(presented, request);
    if (foreign == null) {
      return csrf.loginRefusal(request);
    }
    advise(request);
    return foreign;
  }

  /** The application sees no more than a login that has failed. */
  private void advise(HttpServletRequest refused) {
    if (told.compareAndSet(false, true)) {
      LOG.log(
          WARNING,
          "A login by password was refused, since a page of another origin had it sent: {0}. If"
              + " that is a page of yours, write its origin into cloakroom.csrf.trusted-origins; if"
              + " it is this server''s, behind a proxy, see cloakroom.trusted-proxies. This is said"
              + " once.",
          Origin.parse(refused.getHeader("Origin")).map(Origin::serialized).orElse("unnamed"));
    }
  }

  /**
   * A password, or a second factor, is typed on a page of the application. What else proves a
   * caller may be brought back from a page of another site, as from an identity provider, and
   * proves itself that it belongs here.
   */
  private @Nullable Reason foreign(Credential presented, HttpServletRequest request) {
    return (presented instanceof UsernamePasswordCredential || presented instanceof FactorAnswer)
            && !(RequestLogin.of(request) instanceof RequestLogin.ByBearer)
        ? crossOrigin.refusal(request)
        : null;
  }
}
