package dev.cloakroom.config;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** What must hold between settings that are each allowed alone. */
final class CombinationRules {

  private static final Duration SHORTEST_GRACE = Duration.ofSeconds(1);

  private final Settings settings;
  private final SettingProblems problems;

  private CombinationRules(Settings settings, SettingProblems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  static void check(Settings settings, SettingValues values) {
    CombinationRules rules = new CombinationRules(settings, values.problems());
    rules.checkCrossSiteCookie();
    rules.checkPartitionedCookie();
    rules.checkCookieNames();
    rules.checkCookiePrefix();
    rules.checkTimeouts();
    rules.checkTouchInterval();
    rules.checkRefreshGrace();
    rules.checkStolen();
    rules.checkStore();
    rules.checkScriptCookie();
    rules.checkThrottle();
    new KeyRules(settings, values.problems()).check();
    rules.checkFactorEndpoint();
  }

  /** Browsers drop SameSite=None without Secure, and without any CSRF check it is an open door. */
  private void checkCrossSiteCookie() {
    if (settings.cookie().sameSite() != SameSitePolicy.NONE) {
      return;
    }
    if (settings.cookie().secure() != SecureCookie.ALWAYS) {
      problems.contradict(
          "SameSite=None needs Secure: write cloakroom.cookie.secure=always.",
          Setting.COOKIE_SAME_SITE,
          Setting.COOKIE_SECURE);
    }
    if (settings.csrf().mode() == CsrfMode.OFF) {
      problems.contradict(
          "Nothing would be left against forged requests: write cloakroom.csrf=auto.",
          Setting.COOKIE_SAME_SITE,
          Setting.CSRF);
    }
  }

  /** Browsers drop it without Secure; and what is not sent from other sites needs no partition. */
  private void checkPartitionedCookie() {
    CookieSettings cookie = settings.cookie();
    if (cookie.partitioning() == Partitioning.OFF) {
      return;
    }
    if (cookie.sameSite() != SameSitePolicy.NONE) {
      problems.contradict(
          "Only a cookie that pages of other sites send is kept apart for each of them: write"
              + " cloakroom.cookie.same-site=None.",
          Setting.COOKIE_PARTITIONED,
          Setting.COOKIE_SAME_SITE);
    }
    if (cookie.secure() != SecureCookie.ALWAYS) {
      problems.contradict(
          "A partitioned cookie needs Secure: write cloakroom.cookie.secure=always.",
          Setting.COOKIE_PARTITIONED,
          Setting.COOKIE_SECURE);
    }
  }

  /** A guarded cookie belongs to somebody else; ours would overwrite it, and it ours. */
  private void checkCookieNames() {
    CookieSettings cookie = settings.cookie();
    Set<String> names = new HashSet<>(Set.of(cookie.plainName(), cookie.secureName()));
    if (cookie.formerName() != null) {
      names.add(cookie.formerName());
    }
    if (names.contains("JSESSIONID") || !Collections.disjoint(names, cookie.guard())) {
      problems.contradict(
          "That cookie belongs to the application or its server: choose another name.",
          Setting.COOKIE_NAME,
          Setting.COOKIE_GUARD);
    }
  }

  /** There is no such prefix for a cookie that other hosts or paths share. */
  private void checkCookiePrefix() {
    CookieSettings cookie = settings.cookie();
    if (cookie.prefix() == NamePrefix.HTTP && !cookie.isOfOneScope()) {
      problems.contradict(
          "__Host-Http- means no Domain and Path=/: take these away, or write"
              + " cloakroom.cookie.prefix=host.",
          Setting.COOKIE_PREFIX,
          Setting.COOKIE_DOMAIN,
          Setting.COOKIE_PATH);
    }
  }

  private void checkTimeouts() {
    SessionSettings session = settings.session();
    if (session.idleTimeout().compareTo(session.absoluteTimeout()) > 0) {
      contradictIdle(Setting.SESSION_IDLE_TIMEOUT, Setting.SESSION_ABSOLUTE_TIMEOUT);
    }
    RememberSettings remember = settings.remember();
    if (remember.idleTimeout().compareTo(remember.absoluteTimeout()) > 0) {
      contradictIdle(Setting.REMEMBER_IDLE_TIMEOUT, Setting.REMEMBER_ABSOLUTE_TIMEOUT);
    }
    RefreshSettings refresh = settings.refresh();
    if (refresh.idleTimeout().compareTo(refresh.absoluteTimeout()) > 0) {
      contradictIdle(Setting.REFRESH_IDLE_TIMEOUT, Setting.REFRESH_ABSOLUTE_TIMEOUT);
    }
  }

  private void contradictIdle(Setting idle, Setting absolute) {
    problems.contradict("The idle timeout must not be the longer one.", idle, absolute);
  }

  /** A session that is used all the time would otherwise look idle between two touches. */
  private void checkTouchInterval() {
    Duration interval = settings.session().touchInterval();
    checkTouch(interval, settings.session().idleTimeout(), Setting.SESSION_IDLE_TIMEOUT);
    checkTouch(interval, settings.remember().idleTimeout(), Setting.REMEMBER_IDLE_TIMEOUT);
  }

  private void checkTouch(Duration interval, Duration idle, Setting idleSetting) {
    if (interval.compareTo(idle) >= 0) {
      problems.contradict(
          "The touch interval must be shorter, or sessions in use would end.",
          Setting.SESSION_TOUCH_INTERVAL,
          idleSetting);
    }
  }

  /** With a longer grace a stolen token works for the thief at every regular refresh. */
  private void checkRefreshGrace() {
    if (settings.refresh().grace().compareTo(settings.accessToken().ttl()) > 0) {
      problems.contradict(
          "The grace must not be longer than an access token lives, or reuse is never detected.",
          Setting.REFRESH_GRACE,
          Setting.ACCESS_TOKEN_TTL);
    }
  }

  /** Requests in flight side by side, as browsers send them, would look like copies. */
  private void checkStolen() {
    RotationSettings rotation = settings.session().rotation();
    if (rotation.whenStolen() == WhenStolen.END && rotation.grace().compareTo(SHORTEST_GRACE) < 0) {
      problems.contradict(
          "Requests in flight would end their own login: give a grace of at least PT1S, or write"
              + " cloakroom.session.stolen=report.",
          Setting.SESSION_ROTATION_GRACE,
          Setting.SESSION_STOLEN);
    }
  }

  /** Scripts would be given a token that nobody asks for. */
  private void checkScriptCookie() {
    if (settings.csrf().scriptCookie() && !settings.csrf().mode().asksForTokens()) {
      problems.contradict(
          "That cookie brings CSRF tokens, and none are asked for: write cloakroom.csrf=token.",
          Setting.CSRF_SCRIPT_COOKIE,
          Setting.CSRF);
    }
  }

  /** A limit that is reached before the others are would be the only one. */
  private void checkThrottle() {
    ThrottleSettings throttle = settings.login().throttle();
    checkLimit(throttle.perCaller(), Setting.LOGIN_THROTTLE_PER_CALLER);
    checkLimit(throttle.perAddress(), Setting.LOGIN_THROTTLE_PER_ADDRESS);
    if (throttle.times().firstWait().compareTo(throttle.times().longestWait()) > 0) {
      problems.contradict(
          "The first wait must not be longer than the longest.",
          Setting.LOGIN_THROTTLE_FIRST_WAIT,
          Setting.LOGIN_THROTTLE_LONGEST_WAIT);
    }
  }

  private void checkLimit(int most, Setting setting) {
    if (most < settings.login().throttle().perCallerAndAddress()) {
      problems.contradict(
          "It must be at least as high: what fails for one caller from one address counts for each"
              + " of them, too.",
          setting,
          Setting.LOGIN_THROTTLE_FAILURES);
    }
  }

  private void checkStore() {
    StoreSettings store = settings.store();
    if (store.kind() == StoreKind.REDIS && store.redis().uri() == null) {
      problems.contradict(
          "Say where it is: cloakroom.redis.uri=redis://host:6379",
          Setting.STORE,
          Setting.REDIS_URI);
    }
  }

  private void checkFactorEndpoint() {
    if (settings.factorStore().dataSource() != null
        && !settings.endpoints().isEnabled(Endpoint.FACTOR)) {
      problems.contradict(
          "Logins would wait for a second factor, and nothing would take the answer: leave"
              + " /login/factor on.",
          Setting.FACTOR_DATA_SOURCE,
          Setting.ENDPOINT_FACTOR);
    }
  }
}
