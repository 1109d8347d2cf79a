package dev.cloakroom.mechanism;

import dev.cloakroom.crossorigin.TrustedProxies;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.servlet.ContainerSession;
import dev.cloakroom.servlet.DeviceCookie;
import dev.cloakroom.servlet.LoginNews;
import dev.cloakroom.servlet.SessionCookie;
import dev.cloakroom.session.NewLogin;
import dev.cloakroom.session.OpenOutcome;
import dev.cloakroom.session.OpenRefusal;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionOpener;
import dev.cloakroom.session.StoredLoginSession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens the login session of a caller who proved who they are, and hands its cookie to the client,
 * and the one by which its device is known from then on. Nothing from before carries over: the
 * session that the client's cookie led to ends, and the container's session gets a new id, or ends
 * too if it was of an earlier login. Safe for use by several threads.
 */
public final class LoginHandover {
  private final SessionOpener opener;
  private final AccessTokens tokens;
  private final EarlierLogin earlier;
  private final SessionCookie cookie;
  private final DeviceCookie device;

  /** Opens sessions by this opener, whose clients may get such tokens, and sets these cookies. */
  public LoginHandover(
      SessionOpener opener,
      AccessTokens tokens,
      EarlierLogin earlier,
      SessionCookie cookie,
      DeviceCookie device) {
    this.opener = opener;
    this.tokens = tokens;
    this.earlier = earlier;
    this.cookie = cookie;
    this.device = device;
  }

  /**
   * Why there would be no session now; null if nothing is known against it.
   *
   * @throws dev.cloakroom.StoreUnavailableException if no token could be made that the client gets
   */
  @Nullable OpenRefusal foreseen(NewLogin login, HttpServletRequest request) {
    requireKey(login);
    return opener.foreseen(inPlaceOf(earlier.of(request), login));
  }

  /**
   * The opened session, or why there is none.
   *
   * @param names what its caller is called: by themselves, and by the login
   * @throws dev.cloakroom.StoreUnavailableException if the store failed, or no token could be made
   *     that the client gets
   */
  OpenOutcome open(NewLogin login, Collection<String> names, HttpMessageContext context) {
    requireKey(login);
    HttpServletRequest request = context.getRequest();
    List<StoredLoginSession> before = earlier.of(request);
    NewLogin asked = from(request, login).on(device.of(request, login.callerName()));
    OpenOutcome outcome = opener.open(inPlaceOf(before, asked));
    if (outcome instanceof OpenedSession opened) {
      LoginNews.tell(request, () -> opener.announce(opened));
      earlier.end(before, request);
      cookie.write(request, context.getResponse(), opened.session(), opened.ticket());
      cookie.clearElsewhere(request, context.getResponse());
      device.remember(request, context.getResponse(), new LinkedHashSet<>(names));
      ContainerSession.handOver(request);
    }
    return outcome;
  }

  /** Before there is a session that nobody is told of. */
  private void requireKey(NewLogin login) {
    if (login.isWithTokens()) {
      tokens.requireKey();
    }
  }

  /** Of several, one that the caller has themselves makes room for this one. */
  private static NewLogin inPlaceOf(List<StoredLoginSession> before, NewLogin login) {
    return before.stream()
        .filter(session -> session.callerName().equals(login.callerName()))
        .findFirst()
        .or(() -> before.stream().findFirst())
        .map(login::inPlaceOf)
        .orElse(login);
  }

  private static NewLogin from(HttpServletRequest request, NewLogin login) {
    String userAgent = request.getHeader("User-Agent");
    return login.from(TrustedProxies.addressOf(request), userAgent == null ? "" : userAgent);
  }
}
