package dev.cloakroom.config;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every setting there is: the list that the reader and {@code configuration.md} share. */
public enum Setting {
  PATH("cloakroom.path", "/", "a path such as `/api`", "Where the endpoints live."),
  ENDPOINT_LOGIN(Endpoint.LOGIN),
  ENDPOINT_LOGOUT(Endpoint.LOGOUT),
  ENDPOINT_REFRESH(Endpoint.REFRESH),
  ENDPOINT_SESSION(Endpoint.SESSION),
  ENDPOINT_SESSIONS(Endpoint.SESSIONS),
  ENDPOINT_JWKS(Endpoint.JWKS),
  COOKIE_NAME(
      "cloakroom.cookie.name",
      "sid",
      "a cookie name without prefix",
      "Name of the session cookie; sent as `__Host-sid`, as `__Secure-sid` with a domain or a path,"
          + " and as `sid` over plain HTTP with `cloakroom.cookie.secure=auto`."),
  COOKIE_SECURE(
      "cloakroom.cookie.secure",
      "always",
      "`always`, `auto`",
      "Whether cookies need HTTPS; `auto` gives up Secure and the prefix over plain HTTP, for"
          + " development."),
  COOKIE_SAME_SITE(
      "cloakroom.cookie.same-site",
      "Lax",
      "`Strict`, `Lax`, `None`",
      "The SameSite attribute; `None` needs `cloakroom.cookie.secure=always` and"
          + " `cloakroom.csrf=auto`."),
  COOKIE_DOMAIN(
      "cloakroom.cookie.domain",
      null,
      "a host name",
      "Shares the session cookie with all subdomains."),
  COOKIE_PATH("cloakroom.cookie.path", "/", "a path such as `/app`", "Path of the session cookie."),
  COOKIE_GUARD(
      "cloakroom.cookie.guard",
      "JSESSIONID",
      "cookie names, separated by commas",
      "Other cookies that get Secure, HttpOnly and SameSite."),
  SESSION_IDLE_TIMEOUT(
      "cloakroom.session.idle-timeout",
      "PT30M",
      "`PT1S` to `P400D`",
      "A login session ends when nothing was asked for so long."),
  SESSION_ABSOLUTE_TIMEOUT(
      "cloakroom.session.absolute-timeout",
      "PT12H",
      "`PT1S` to `P400D`, at least the idle timeout",
      "A login session ends so long after the login, whatever happens."),
  SESSION_TOUCH_INTERVAL(
      "cloakroom.session.touch-interval",
      "PT60S",
      "`PT0S` to `PT1H`, less than the idle timeouts",
      "The time of the last request is written at most so often."),
  SESSION_ROTATION_GRACE(
      "cloakroom.session.rotation-grace",
      "PT10S",
      "`PT0S` to `PT1M`",
      "A ticket that was replaced works so long for requests in flight; never across a login."),
  SESSION_FRESH_DURATION(
      "cloakroom.session.fresh-duration",
      "PT10M",
      "`PT1S` to `P1D`",
      "A login counts as fresh so long, for actions that ask for one."),
  REMEMBER_IDLE_TIMEOUT(
      "cloakroom.remember.idle-timeout",
      "P14D",
      "`PT1S` to `P400D`",
      "The idle timeout of a login with `remember`."),
  REMEMBER_ABSOLUTE_TIMEOUT(
      "cloakroom.remember.absolute-timeout",
      "P90D",
      "`PT1S` to `P400D`, at least the idle timeout",
      "The absolute timeout of a login with `remember`."),
  ACCESS_TOKEN_TTL(
      "cloakroom.access-token.ttl", "PT5M", "`PT1S` to `PT1H`", "Life of an access token."),
  ACCESS_TOKEN_ISSUER(
      "cloakroom.access-token.issuer",
      null,
      "a name without spaces, or a URI",
      "The `iss` claim; otherwise one that stands for the deployment."),
  ACCESS_TOKEN_AUDIENCE(
      "cloakroom.access-token.audience",
      null,
      "a name without spaces, or a URI",
      "The `aud` claim; otherwise the issuer."),
  ACCESS_TOKEN_CLOCK_SKEW(
      "cloakroom.access-token.clock-skew",
      "PT60S",
      "`PT0S` to `PT10M`",
      "How far the clock of another server may be off."),
  REFRESH_IDLE_TIMEOUT(
      "cloakroom.refresh.idle-timeout",
      "P14D",
      "`PT1S` to `P400D`",
      "A refresh token that was not used for so long is worth nothing."),
  REFRESH_ABSOLUTE_TIMEOUT(
      "cloakroom.refresh.absolute-timeout",
      "P90D",
      "`PT1S` to `P400D`, at least the idle timeout",
      "So long after the login no refresh token works."),
  REFRESH_GRACE(
      "cloakroom.refresh.grace",
      "PT10S",
      "`PT0S` to `PT1M`, at most the access token's life",
      "A refresh token that was just exchanged gives the same answer again for so long; `PT0S`"
          + " makes any reuse end the login session."),
  LOGIN_TOKENS(
      "cloakroom.login.tokens",
      "auto",
      "`auto`, `always`, `never`",
      "Who gets tokens in the answer to a login; `auto`: every client that is not a browser."),
  LOGIN_PAGE(
      "cloakroom.login.page",
      null,
      "a path such as `/login.html`",
      "The application's login page."),
  LOGIN_DEFAULT_TARGET(
      "cloakroom.login.default-target",
      "/",
      "a path such as `/start`",
      "Where a form login leads when it does not say."),
  CSRF(
      "cloakroom.csrf",
      "auto",
      "`auto`, `off`",
      "Refuses unsafe requests that a page of another origin caused."),
  CSRF_TRUSTED_ORIGINS(
      "cloakroom.csrf.trusted-origins",
      null,
      "origins such as `https://app.example.org`, separated by commas",
      "Other origins whose pages may send unsafe requests."),
  STORE(
      "cloakroom.store",
      "memory",
      "`memory`, `sql`, `redis`",
      "Where login sessions are kept; `sql` and `redis` are shared by all nodes."),
  STORE_TIMEOUT(
      "cloakroom.store.timeout",
      "PT2S",
      "`PT0.05S` to `PT30S`",
      "One call of a shared store takes no longer; then the answer is 503."),
  NEAR_CACHE_MAX_SIZE(
      "cloakroom.near-cache.max-size",
      "10000",
      "0 to 10000000",
      "So many sessions of a shared store are kept in a node's own memory; 0 for none."),
  NEAR_CACHE_MAX_STALENESS(
      "cloakroom.near-cache.max-staleness",
      "PT1S",
      "`PT0S` to `PT1M`",
      "A copy in a node's memory is so old at most where the store cannot tell of changes; `PT0S`"
          + " for no copies there."),
  SQL_DATA_SOURCE(
      "cloakroom.sql.data-source",
      "java:comp/DefaultDataSource",
      "a JNDI name",
      "The database of `cloakroom.store=sql`."),
  SQL_CREATE_SCHEMA(
      "cloakroom.sql.create-schema",
      "false",
      "`true`, `false`",
      "Whether missing tables are created at start."),
  REDIS_URI(
      "cloakroom.redis.uri",
      null,
      "`redis://user:password@host:port/database`, or with `rediss`, `redis-sentinel`,"
          + " `redis-cluster`",
      "The Redis or Valkey of `cloakroom.store=redis`."),
  REDIS_PREFIX(
      "cloakroom.redis.prefix",
      "cloakroom:",
      "1 to 64 letters, digits and `._:-`",
      "What the names of all keys begin with; one for each application."),
  REDIS_ALLOW_EVICTION(
      "cloakroom.redis.allow-eviction",
      "false",
      "`true`, `false`",
      "Accepts a server whose `maxmemory-policy` may drop sessions, which logs callers out."),
  KEYS_LOCATION(
      "cloakroom.keys.location",
      null,
      "a file, a directory, or `classpath:` and a resource",
      "Keys that sign tokens; otherwise generated at start, kept in memory, and lost at the next"
          + " start."),
  KEYS_SECRET(
      "cloakroom.keys.secret",
      null,
      "at least 32 random bytes in base64 or base64url",
      "Feeds the symmetric keys; otherwise they derive from the signing key."),
  ROLES(
      "cloakroom.roles",
      null,
      "role names, separated by commas",
      "Roles to declare to the server; otherwise found by scanning.");

  private final String key;
  private final @Nullable String defaultValue;
  private final String allowed;
  private final String meaning;

  Setting(Endpoint endpoint) {
    this(
        "cloakroom.endpoint." + endpoint.settingName() + ".enabled",
        "true",
        "`true`, `false`",
        "Whether there is `" + endpoint.path() + "`.");
  }

  Setting(String key, @Nullable String defaultValue, String allowed, String meaning) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.allowed = allowed;
    this.meaning = meaning;
  }

  /** The key, such as {@code cloakroom.cookie.name}. */
  public String key() {
    return key;
  }

  /** The value that counts when none is given, as it would be written; null for none. */
  public @Nullable String defaultValue() {
    return defaultValue;
  }

  /** What may be given, in words for people, values in backquotes. */
  public String allowed() {
    return allowed;
  }

  /** What it does, in one sentence for people. */
  public String meaning() {
    return meaning;
  }

  /**
   * The name as an environment variable: each character that is neither letter nor digit becomes an
   * underscore, letters are upper case (MicroProfile Config 3.1, "Environment Variables Mapping
   * Rules").
   */
  public String environmentName() {
    return EnvironmentSource.upperCaseName(key);
  }

  /** Whether the value must not be shown. */
  boolean isSecret() {
    return this == KEYS_SECRET || this == REDIS_URI;
  }

  /** Whether a name, as a key or as an environment variable, is this setting's. */
  boolean isNamed(String name) {
    return EnvironmentSource.namesOf(key).contains(name);
  }

  static Setting of(Endpoint endpoint) {
    return valueOf("ENDPOINT_" + endpoint.name());
  }

  static Optional<Setting> named(String name) {
    return Arrays.stream(values()).filter(setting -> setting.isNamed(name)).findFirst();
  }
}
