package dev.cloakroom.servlet;

import static java.lang.System.Logger.Level.DEBUG;

import dev.cloakroom.http.Refusal;
import dev.cloakroom.http.Refusal.Presented;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The container's own session, which {@code @SessionScoped} beans live in. From the login on it
 * belongs to the login session, and ends with it, however that ends: what a caller left there is
 * not for whoever comes next with the same cookie.
 */
public final class ContainerSession {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.servlet");
  private static final String OWNER = "dev.cloakroom.login-session";

  /** No login session has this id. */
  private static final String NOBODY = "";

  private static final String USUAL_COOKIE = "JSESSIONID";

  private ContainerSession() {}

  /**
   * What its cookie is called in an application; as usual, where a server cannot be asked because
   * its JVM speaks Turkish.
   */
  public static String cookieName(ServletContext application) {
    try {
      SessionCookieConfig cookie = application.getSessionCookieConfig();
      return Objects.requireNonNullElse(cookie.getName(), USUAL_COOKIE);
    } catch (IllegalArgumentException unreadable) {
      LOG.log(DEBUG, "The server cannot read how its session cookie is configured.", unreadable);
      return USUAL_COOKIE;
    }
  }

  /** Has its cookie made as the policy wants it, where the container can. */
  public static void guard(SessionCookieConfig cookie, CookiePolicy policy) {
    cookie.setHttpOnly(true);
    cookie.setSecure(cookie.isSecure() || policy.isAlwaysSecure());
    if (policy.isPartitioned()) {
      cookie.setAttribute(CookiePolicy.PARTITIONED, "");
    }
    setSameSite(cookie, policy.sameSite().text());
  }

  /**
   * There is a server that turns the value into capitals by the language of the JVM, and does not
   * know what comes of it in Turkish. Capitals are the same to everybody.
   */
  private static void setSameSite(SessionCookieConfig cookie, String rule) {
    try {
      cookie.setAttribute(CookiePolicy.SAME_SITE, rule);
    } catch (IllegalArgumentException unknown) {
      cookie.setAttribute(CookiePolicy.SAME_SITE, rule.toUpperCase(Locale.ROOT));
    }
  }

  /** Has the container's session of a request, if there is one, follow the request's login. */
  public static void followLogin(HttpServletRequest request) {
    HttpSession session = of(request);
    if (session != null) {
      try {
        follow(RequestLogin.of(request), session, request);
      } catch (IllegalStateException endedMeanwhile) {
        // Another request of the same client has ended it: there is nothing left to follow.
      }
    }
  }

  private static void follow(
      @Nullable RequestLogin login, HttpSession session, HttpServletRequest request) {
    Object owner = session.getAttribute(OWNER);
    if (login == null) {
      if (owner != null && isLoggedOut(request)) {
        end(session);
      }
    } else if (owner == null) {
      assign(session, login);
    } else if (!owner.equals(login.session().id())) {
      end(session);
    }
  }

  /** From now on the session belongs to a login. */
  public static void assign(HttpSession session, RequestLogin login) {
    session.setAttribute(OWNER, login.session().id());
  }

  /** The id of the login session that it belongs to; null if there is none. */
  public static @Nullable String owner(HttpSession session) {
    return session.getAttribute(OWNER) instanceof String id && !id.equals(NOBODY) ? id : null;
  }

  /** Ends the container's session, and nothing else. */
  public static void end(HttpSession session) {
    session.setAttribute(OWNER, NOBODY);
    session.invalidate();
  }

  /**
   * Whether the mechanism found that nobody is logged in: not because the store failed, because of
   * where the request came from, or because its cookie was replaced while it was on its way. It
   * does not say so of a request that logs somebody in.
   */
  private static boolean isLoggedOut(HttpServletRequest request) {
    return request.getAttribute(Refusal.ATTRIBUTE) instanceof Refusal refusal
        && refusal.reason().status() == 401
        && refusal.presented() != Presented.BEARER
        && refusal.presented() != Presented.LATE_COOKIE;
  }

  /**
   * Somebody logs in: a session from before the login goes on under a new id; that of an earlier
   * login ends.
   */
  public static void handOver(HttpServletRequest request) {
    HttpSession session = of(request);
    if (session == null) {
      return;
    }
    if (session.getAttribute(OWNER) == null) {
      request.changeSessionId();
    } else {
      end(session);
    }
  }

  /**
   * Null if there is none; or if it is another caller's, which a server can say by an exception.
   */
  private static @Nullable HttpSession of(HttpServletRequest request) {
    try {
      return request.getSession(false);
    } catch (RuntimeException keptFromThisCaller) {
      LOG.log(DEBUG, "The container keeps its session to itself.", keptFromThisCaller);
      return null;
    }
  }
}
