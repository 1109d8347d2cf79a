package dev.cloakroom.testing;

import dev.cloakroom.config.Settings;
import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.crossorigin.CrossOriginGuard;
import dev.cloakroom.crossorigin.CsrfTokens;
import dev.cloakroom.crossorigin.TrustedProxies;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.event.SecurityEvent;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.identitystore.JwtAccessTokens;
import dev.cloakroom.identitystore.JwtSpelling;
import dev.cloakroom.identitystore.WorkLimit;
import dev.cloakroom.scope.LoginBeans;
import dev.cloakroom.scope.LoginScopeExtension;
import dev.cloakroom.scope.OwnCallers;
import dev.cloakroom.servlet.CookiePolicy;
import dev.cloakroom.servlet.CorsAnswers;
import dev.cloakroom.servlet.CsrfCheck;
import dev.cloakroom.servlet.CsrfHandout;
import dev.cloakroom.servlet.DeviceCookie;
import dev.cloakroom.servlet.LoginPage;
import dev.cloakroom.servlet.Logout;
import dev.cloakroom.servlet.RequestCredentials;
import dev.cloakroom.servlet.RequestRules;
import dev.cloakroom.servlet.ScriptCookie;
import dev.cloakroom.servlet.SessionCookie;
import dev.cloakroom.servlet.ShownLogins;
import dev.cloakroom.servlet.TicketRenewal;
import dev.cloakroom.servlet.VisitorCookie;
import dev.cloakroom.session.KnownDevices;
import dev.cloakroom.session.NewLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.RefreshTokens;
import dev.cloakroom.session.RotatedSession;
import dev.cloakroom.session.SessionBeans;
import dev.cloakroom.session.SessionEnder;
import dev.cloakroom.session.SessionEnvironment;
import dev.cloakroom.session.SessionOpener;
import dev.cloakroom.session.SessionResolver;
import dev.cloakroom.session.SignedSpelling;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.session.Ticket;
import dev.cloakroom.session.TicketRotation;
import dev.cloakroom.session.TicketSecrets;
import dev.cloakroom.session.TicketSpelling;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.throttle.Throttle;
import dev.cloakroom.token.AccessTokenClaims;
import dev.cloakroom.token.AccessTokenIssuer;
import dev.cloakroom.token.AccessTokenPolicy;
import dev.cloakroom.token.AccessTokenVerifier;
import dev.cloakroom.token.Authentication;
import dev.cloakroom.token.CookieTokens;
import dev.cloakroom.token.VerifiedTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one application as the composition root builds them, on the memory store and a clock
 * that stands still.
 */
public final class TestApplication {
  public static final AccessTokenPolicy TOKENS =
      new AccessTokenPolicy("shop", "shop", Duration.ofMinutes(5), Duration.ofSeconds(60));

  public final ManualClock clock = ManualClock.atNoon();
  public final List<SecurityEvent> events = new CopyOnWriteArrayList<>();
  public final RandomIds random = new RandomIds();
  public final KeyRing keys = KeyLoader.generate();
  public final BreakableKeys signing = new BreakableKeys(keys);
  public final BreakableStore store = new BreakableStore(new MemorySessionStore(clock));
  public final Settings settings;
  public final SessionEnvironment sessions;
  public final SessionEnder ender;
  public final SessionResolver resolver;
  public final RefreshTokens refreshTokens;
  public final SessionOpener opener;
  public final AccessTokenIssuer issuer;
  public final AccessTokens accessTokens;
  public final RequestRules rules;
  public final TrustedProxies proxies;
  public final CookiePolicy policy;
  public final SessionCookie cookie;
  public final DeviceCookie device;
  public final RequestCredentials credentials;
  public final CorsAnswers corsAnswers;
  public final CrossOriginGuard crossOrigin;
  public final CsrfTokens csrfTokens;
  public final CsrfCheck csrf;
  public final CsrfHandout csrfHandout;
  public final LoginPage page;
  public final Logout logout;
  public final TicketRenewal renewal;
  public final Throttle throttle;
  public final WorkLimit loginWork = new WorkLimit(2, 100, Duration.ofSeconds(5));

  /** An application that sets nothing. */
  public TestApplication() {
    this(Map.of());
  }

  /** An application with these settings. */
  public TestApplication(Map<String, String> given) {
    settings = SettingsReader.read(SettingsSource.of("test", given)).settings();
    sessions =
        new SessionEnvironment(
            store,
            settings.session(),
            new TicketSecrets(keys.deriveMacKey("ticket"), random),
            clock,
            events::add);
    ender = new SessionEnder(sessions);
    resolver = new SessionResolver(sessions);
    refreshTokens =
        new RefreshTokens(
            sessions, ender, keys.deriveMacKey("refresh"), settings.refresh().grace());
    opener =
        new SessionOpener(
            sessions,
            random,
            refreshTokens,
            new SessionOpener.Lifetimes(settings.remember(), settings.refresh()));
    issuer = new AccessTokenIssuer(signing, TOKENS, clock, random);
    accessTokens = new JwtAccessTokens(issuer, verifiedTokens(), resolver);
    rules = RequestRules.of(settings);
    proxies = rules.proxies();
    policy = rules.cookies();
    cookie = new SessionCookie(policy, spelling(), clock);
    device = new DeviceCookie(policy, devices(), settings.device().whose(), clock);
    throttle =
        new Throttle(settings.login().throttle(), store.attempts(), keys.deriveMacKey("attempts"));
    credentials = new RequestCredentials(cookie);
    corsAnswers = rules.corsAnswers();
    crossOrigin = new CrossOriginGuard(settings.csrf(), rules.cors(), policy::isSecure, proxies);
    csrfTokens = new CsrfTokens(keys.deriveMacKey("csrf"), random);
    VisitorCookie visitor = new VisitorCookie(policy, csrfTokens);
    csrf = new CsrfCheck(settings, csrfTokens, credentials, visitor);
    csrfHandout = new CsrfHandout(csrfTokens, visitor, scriptCookie(policy));
    page = rules.page();
    logout = new Logout(ender, cookie, shownLogins());
    renewal = new TicketRenewal(new TicketRotation(sessions), cookie);
  }

  private VerifiedTokens verifiedTokens() {
    return new VerifiedTokens(new AccessTokenVerifier(keys, TOKENS, clock), clock, 1 << 20);
  }

  /** The ticket that has replaced a session's first one, so long ago that nobody honours that. */
  public Ticket replacementOf(OpenedSession opened) {
    clock.advance(Duration.ofSeconds(1));
    RotatedSession rotated = new TicketRotation(sessions).rotate(opened.ticket());
    Ticket successor = Objects.requireNonNull(rotated).ticket();
    resolver.byTicket(successor);
    clock.advance(Duration.ofMinutes(10));
    return successor;
  }

  private ShownLogins shownLogins() {
    return new ShownLogins(
        credentials,
        crossOrigin,
        resolver,
        new ShownLogins.Tokens(
            shown ->
                refreshTokens
                    .sessionIdAtAnyTime(shown.text())
                    .or(() -> accessTokens.sessionIdAtAnyTime(shown)),
            accessTokens::foreignLogin));
  }

  private @Nullable ScriptCookie scriptCookie(CookiePolicy cookies) {
    return settings.csrf().scriptCookie() ? new ScriptCookie(cookies, csrfTokens) : null;
  }

  private KnownDevices devices() {
    Duration lifetime = settings.device().lifetime();
    return new KnownDevices(keys.deriveMacKey("device"), random, clock, lifetime);
  }

  private TicketSpelling spelling() {
    return switch (settings.credentials().session()) {
      case OPAQUE -> TicketSpelling.OPAQUE;
      case SIGNED -> new SignedSpelling(keys.deriveMacKey("session cookie"));
      case JWT ->
          new JwtSpelling(
              new CookieTokens(keys, clock, 1 << 20),
              "shop",
              settings.session().touchInterval(),
              clock);
    };
  }

  /** Callers of its own types, in what stands for the calling thread's request. */
  public OwnCallers callers(HttpServletRequest current, Class<?>... types) {
    SessionBeans kept = new SessionBeans(sessions, settings.loginScoped().maxSize());
    LoginBeans beans = LoginBeans.of(new LoginScopeExtension(), Set.of(), kept, current);
    return new OwnCallers(
        Set.of(types), TestApplication.class.getClassLoader(), settings.loginScoped(), beans);
  }

  /** A login of a browser: a cookie alone. */
  public OpenedSession browserLogin(String callerName) {
    return open(loginNow(callerName));
  }

  /** A login of another client: a cookie, and tokens. */
  public OpenedSession apiLogin(String callerName) {
    return open(loginNow(callerName).withTokens());
  }

  /** Opens a session for a login that nothing speaks against. */
  public OpenedSession open(NewLogin login) {
    return (OpenedSession) opener.open(login);
  }

  /** A login, not yet opened. */
  public NewLogin loginNow(String callerName) {
    return NewLogin.of(callerName, Set.of("user"), clock.instant()).provenBy(Set.of("pwd"));
  }

  /** An access token of a session. */
  public String accessToken(StoredLoginSession session) {
    Authentication authentication = new Authentication(session.createdAt(), List.of("pwd"));
    return issuer
        .issue(
            new AccessTokenClaims(
                session.callerName(), session.groups(), session.id(), authentication))
        .text();
  }

  /** The cookie of a session as an HTTPS client sends it. */
  public static String cookieOf(OpenedSession opened) {
    return "__Host-sid=" + opened.ticket().text();
  }

  /** The events of one kind, in the order in which they happened. */
  public <E extends SecurityEvent> List<E> eventsOf(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
