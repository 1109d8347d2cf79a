package dev.cloakroom.config;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every setting there is: the list that the reader and {@code configuration.md} share. */
public enum Setting implements SettingKey {
  PATH("cloakroom.path", "/", "a path such as `/api`"),
  ENDPOINT_LOGIN(Endpoint.LOGIN),
  ENDPOINT_FACTOR(Endpoint.FACTOR),
  ENDPOINT_LOGOUT(Endpoint.LOGOUT),
  ENDPOINT_REFRESH(Endpoint.REFRESH),
  ENDPOINT_INTROSPECT(Endpoint.INTROSPECT),
  ENDPOINT_REVOKE(Endpoint.REVOKE),
  ENDPOINT_SESSION(Endpoint.SESSION),
  ENDPOINT_SESSIONS(Endpoint.SESSIONS),
  ENDPOINT_CSRF(Endpoint.CSRF),
  ENDPOINT_JWKS(Endpoint.JWKS),
  ENDPOINT_SCRIPT(Endpoint.SCRIPT),
  COOKIE_NAME("cloakroom.cookie.name", "sid", "a cookie name without prefix"),
  COOKIE_PREFIX("cloakroom.cookie.prefix", "host", "`host`, `http`"),
  COOKIE_SECURE("cloakroom.cookie.secure", "always", "`always`, `auto`"),
  COOKIE_SAME_SITE("cloakroom.cookie.same-site", "Lax", "`Strict`, `Lax`, `None`"),
  COOKIE_PARTITIONED("cloakroom.cookie.partitioned", "off", "`on`, `off`"),
  COOKIE_DOMAIN("cloakroom.cookie.domain", null, "a host name"),
  COOKIE_PATH("cloakroom.cookie.path", "/", "a path such as `/app`"),
  COOKIE_FORMER_PATHS(
      "cloakroom.cookie.former-paths", null, "paths such as `/app`, separated by commas"),
  COOKIE_GUARD("cloakroom.cookie.guard", "JSESSIONID", "cookie names, separated by commas"),
  SESSION_CREDENTIAL("cloakroom.session.credential", "opaque", "`opaque`, `signed`, `jwt`"),
  BEARER_CREDENTIAL("cloakroom.bearer.credential", "jwt", "`jwt`, `opaque`"),
  SESSION_IDLE_TIMEOUT("cloakroom.session.idle-timeout", "PT30M", "`PT1S` to `P400D`"),
  SESSION_ABSOLUTE_TIMEOUT(
      "cloakroom.session.absolute-timeout",
      "PT12H",
      "`PT1S` to `P400D`, at least the idle timeout"),
  SESSION_TOUCH_INTERVAL(
      "cloakroom.session.touch-interval", "PT60S", "`PT0S` to `PT1H`, less than the idle timeouts"),
  SESSION_ROTATION_INTERVAL("cloakroom.session.rotation-interval", null, "`PT1M` to `P400D`"),
  SESSION_ROTATION_GRACE("cloakroom.session.rotation-grace", "PT10S", "`PT0S` to `PT1M`"),
  SESSION_STOLEN("cloakroom.session.stolen", null, "`end`, `report`"),
  SESSION_FRESH_DURATION("cloakroom.session.fresh-duration", "PT10M", "`PT1S` to `P1D`"),
  SESSION_MAX_PER_CALLER("cloakroom.session.max-per-caller", null, "1 to 10000"),
  SESSION_WHEN_FULL("cloakroom.session.when-full", "replace", "`replace`, `refuse`"),
  REMEMBER_IDLE_TIMEOUT("cloakroom.remember.idle-timeout", "P14D", "`PT1S` to `P400D`"),
  REMEMBER_ABSOLUTE_TIMEOUT(
      "cloakroom.remember.absolute-timeout",
      "P90D",
      "`PT1S` to `P400D`, at least the idle timeout"),
  DEVICE_LIFETIME("cloakroom.device.lifetime", null, "`PT0S` to `P400D`"),
  ACCESS_TOKEN_TTL("cloakroom.access-token.ttl", "PT5M", "`PT1S` to `PT1H`"),
  ACCESS_TOKEN_ISSUER("cloakroom.access-token.issuer", null, "a name without spaces, or a URI"),
  ACCESS_TOKEN_AUDIENCE("cloakroom.access-token.audience", null, "a name without spaces, or a URI"),
  ACCESS_TOKEN_CLOCK_SKEW("cloakroom.access-token.clock-skew", "PT60S", "`PT0S` to `PT10M`"),
  REFRESH_IDLE_TIMEOUT("cloakroom.refresh.idle-timeout", "P14D", "`PT1S` to `P400D`"),
  REFRESH_ABSOLUTE_TIMEOUT(
      "cloakroom.refresh.absolute-timeout", "P90D", "`PT1S` to `P400D`, at least the idle timeout"),
  REFRESH_GRACE(
      "cloakroom.refresh.grace", "PT10S", "`PT0S` to `PT1M`, at most the access token's life"),
  LOGIN_TOKENS("cloakroom.login.tokens", "auto", "`auto`, `always`, `never`"),
  LOGIN_PAGE("cloakroom.login.page", null, "a path such as `/login.html`"),
  LOGIN_ERROR_PAGE("cloakroom.login.error-page", null, "a path such as `/login.html?failed`"),
  LOGIN_STEP_UP_PAGE("cloakroom.login.step-up-page", null, "a path such as `/confirm.html`"),
  LOGIN_FACTOR_PAGE("cloakroom.login.factor-page", null, "a path such as `/code.html`"),
  LOGIN_RESOURCES(
      "cloakroom.login.resources",
      null,
      "paths such as `/logo.png` or `/css/*`, separated by commas"),
  LOGIN_FORM_ACTION("cloakroom.login.form-action", "off", "`on`, `off`"),
  LOGIN_DEFAULT_TARGET("cloakroom.login.default-target", "/", "a path such as `/start`"),
  LOGIN_MAX_PARALLEL("cloakroom.login.max-parallel", null, "1 to 1000"),
  LOGIN_MAX_WAITING("cloakroom.login.max-waiting", null, "0 to 10000"),
  LOGIN_THROTTLE_ENABLED("cloakroom.login.throttle.enabled", "true", "`true`, `false`"),
  LOGIN_THROTTLE_FAILURES("cloakroom.login.throttle.failures", "5", "1 to 1000"),
  LOGIN_THROTTLE_PER_CALLER(
      "cloakroom.login.throttle.failures-per-caller",
      "50",
      "1 to 1000000, at least `cloakroom.login.throttle.failures`"),
  LOGIN_THROTTLE_PER_ADDRESS(
      "cloakroom.login.throttle.failures-per-address",
      "100",
      "1 to 1000000, at least `cloakroom.login.throttle.failures`"),
  LOGIN_THROTTLE_WINDOW("cloakroom.login.throttle.window", "PT5M", "`PT1S` to `P1D`"),
  LOGIN_THROTTLE_FIRST_WAIT("cloakroom.login.throttle.first-wait", "PT10S", "`PT1S` to `PT1H`"),
  LOGIN_THROTTLE_LONGEST_WAIT(
      "cloakroom.login.throttle.longest-wait", "PT15M", "`PT1S` to `P1D`, at least the first wait"),
  LOGIN_LDAP_SAFE("cloakroom.login.ldap-safe", "auto", "`auto`, `on`, `off`"),
  LOGOUT_ON_INVALIDATE("cloakroom.logout.on-invalidate", "true", "`true`, `false`"),
  LOGOUT_CLEAR_SITE_DATA(
      "cloakroom.logout.clear-site-data",
      "cache, storage",
      "`cache`, `storage`, separated by a comma; or `off`"),
  PASSWORD_PEPPER("cloakroom.password.pepper", "off", "`on`, `off`"),
  FACTOR_PENDING_DURATION("cloakroom.factor.pending-duration", "PT5M", "`PT30S` to `PT15M`"),
  FACTOR_DATA_SOURCE("cloakroom.factor.data-source", null, "a JNDI name"),
  ONE_TIME_MAX_PER_SUBJECT("cloakroom.one-time.max-per-subject", "5", "1 to 100"),
  RELAY_ORIGINS(
      "cloakroom.relay.origins",
      null,
      "origins such as `https://orders.example.org`, separated by commas"),
  RELAY_TTL("cloakroom.relay.ttl", "PT1M", "`PT1S` to `PT1H`"),
  RELAY_PLAIN_HTTP("cloakroom.relay.plain-http", "refuse", "`refuse`, `allow-eavesdropping`"),
  CSRF("cloakroom.csrf", "auto", "`auto`, `token`, `always`, `off`"),
  CSRF_SCRIPT_COOKIE("cloakroom.csrf.script-cookie", "false", "`true`, `false`"),
  CSRF_TRUSTED_ORIGINS(
      "cloakroom.csrf.trusted-origins",
      null,
      "origins such as `https://app.example.org`, separated by commas"),
  CORS_PATH("cloakroom.cors.path", "/*", "a path such as `/api`, or `/api/*` for all below it"),
  CORS_ALLOWED_ORIGINS(
      "cloakroom.cors.allowed-origins",
      null,
      "origins such as `https://app.example.org`, separated by commas; or `*`"),
  CORS_ALLOWED_HEADERS(
      "cloakroom.cors.allowed-headers",
      "Authorization, Content-Type, X-CSRF-Token, X-Requested-With, X-XSRF-TOKEN",
      "header names, separated by commas; or `*`"),
  CORS_EXPOSED_HEADERS(
      "cloakroom.cors.exposed-headers",
      "Location, Retry-After, WWW-Authenticate",
      "header names, separated by commas; or `*`"),
  CORS_ALLOW_CREDENTIALS("cloakroom.cors.allow-credentials", "true", "`true`, `false`"),
  CORS_MAX_AGE("cloakroom.cors.max-age", "PT1H", "`PT0S` to `P1D`"),
  CORS_EXPLAIN("cloakroom.cors.explain", "off", "`on`, `off`"),
  TRUSTED_PROXIES(
      "cloakroom.trusted-proxies",
      null,
      "addresses and blocks such as `10.0.0.0/8` or `2001:db8::/32`, separated by commas"),
  TRUSTED_PROXIES_HEADERS(
      "cloakroom.trusted-proxies.headers", "x-forwarded", "`x-forwarded`, `forwarded`"),
  HSTS("cloakroom.hsts", null, "`PT0S` to `P730D`"),
  FRAME_ANCESTORS(
      "cloakroom.frame-ancestors",
      null,
      "`none`, `*`, or `self` and origins such as `https://app.example.org`, separated by commas"),
  LOGIN_SCOPED_MAX_SIZE("cloakroom.login-scoped.max-size", "16384", "1 to 1048576"),
  LOGIN_SCOPED_TYPES(
      "cloakroom.login-scoped.types",
      null,
      "names of classes, or packages as in `com.example.*`, separated by commas"),
  STORE("cloakroom.store", "memory", "`memory`, `sql`, `redis`"),
  STORE_TIMEOUT("cloakroom.store.timeout", "PT2S", "`PT0.05S` to `PT30S`"),
  NEAR_CACHE_MAX_SIZE("cloakroom.near-cache.max-size", "10000", "0 to 10000000"),
  NEAR_CACHE_MAX_STALENESS("cloakroom.near-cache.max-staleness", "PT1S", "`PT0S` to `PT1M`"),
  SQL_DATA_SOURCE("cloakroom.sql.data-source", "java:comp/DefaultDataSource", "a JNDI name"),
  SQL_CREATE_SCHEMA("cloakroom.sql.create-schema", "false", "`true`, `false`"),
  SQL_TABLE_PREFIX(
      "cloakroom.sql.table-prefix",
      "cloakroom_",
      "1 to 32 small letters, digits and `_`, a letter first"),
  REDIS_URI(
      "cloakroom.redis.uri",
      null,
      "`redis://user:password@host:port/database`, or with `rediss`, `redis-sentinel`,"
          + " `redis-cluster`"),
  REDIS_PREFIX("cloakroom.redis.prefix", "cloakroom:", "1 to 64 letters, digits and `._:-`"),
  REDIS_ALLOW_EVICTION("cloakroom.redis.allow-eviction", "false", "`true`, `false`"),
  KEYS_LOCATION(
      "cloakroom.keys.location", null, "a file, a directory, or `classpath:` and a resource"),
  KEYS_VALUE("cloakroom.keys.value", null, "PEM, JWK or JWK set"),
  KEYS_PASSWORD("cloakroom.keys.password", null, "that of a PKCS#12 file"),
  KEYS_SECRET("cloakroom.keys.secret", null, "at least 32 random bytes in base64 or base64url"),
  KEYS_ROTATE_EVERY(
      "cloakroom.keys.rotate-every", null, "`PT1M` to `P400D`, at least the tokens' lives"),
  KEYS_ALGORITHM("cloakroom.keys.algorithm", "ES256", "`ES256`, `Ed25519`"),
  ROLES("cloakroom.roles", null, "role names, separated by commas"),
  UNANNOTATED("cloakroom.unannotated", "permit", "`permit`, `authenticated`, `deny`"),
  RULES_INHERITED("cloakroom.rules.inherited", "true", "`true`, `false`"),
  UNGUARDED("cloakroom.unguarded", "refuse", "`refuse`, `warn`"),
  MP_JWT("cloakroom.mp-jwt", "on", "`on`, `off`");

  private static final Set<Setting> SECRETS =
      EnumSet.of(KEYS_SECRET, KEYS_VALUE, KEYS_PASSWORD, REDIS_URI);

  private final String key;
  private final @Nullable String defaultValue;
  private final String allowed;

  Setting(Endpoint endpoint) {
    this("cloakroom.endpoint." + endpoint.settingName() + ".enabled", "true", "`true`, `false`");
  }

  Setting(String key, @Nullable String defaultValue, String allowed) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.allowed = allowed;
  }

  /** The key, such as {@code cloakroom.cookie.name}. */
  @Override
  public String key() {
    return key;
  }

  /** The value that counts when none is given, as it would be written; null for none. */
  @Override
  public @Nullable String defaultValue() {
    return defaultValue;
  }

  /** What may be given, in words for people, values in backquotes. */
  @Override
  public String allowed() {
    return allowed;
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
  @Override
  public boolean isSecret() {
    return SECRETS.contains(this);
  }

  /** Whether a name, as a key or as an environment variable, is this setting's. */
  boolean isNamed(String name) {
    return EnvironmentSource.namesOf(key).contains(name);
  }

  /** The setting that says whether there is an endpoint. */
  public static Setting of(Endpoint endpoint) {
    return valueOf("ENDPOINT_" + endpoint.name());
  }

  static Optional<Setting> named(String name) {
    return Arrays.stream(values()).filter(setting -> setting.isNamed(name)).findFirst();
  }
}
