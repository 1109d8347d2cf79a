package dev.cloakroom.servlet;

import dev.cloakroom.config.CookieSettings;
import dev.cloakroom.config.Partitioning;
import dev.cloakroom.config.SecureCookie;
import dev.cloakroom.crossorigin.TrustedProxies;
import dev.cloakroom.http.CookieHeader;
import dev.cloakroom.http.CookieLookup;
import dev.cloakroom.http.GuardedCookie;
import dev.cloakroom.http.SameSite;
import dev.cloakroom.http.SetCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The attributes that every cookie we answer for must have, ours and those we guard. Safe for use
 * by several threads.
 */
public final class CookiePolicy {
  static final String SAME_SITE = "SameSite";
  static final String PARTITIONED = "Partitioned";

  private static final String CONTAINERS_OWN = "JSESSIONID";

  /**
   * What {@code Cookie} has as fields of its own, in lower case; the rest is of the application.
   */
  private static final Set<String> KNOWN_ATTRIBUTES =
      Set.of("max-age", "expires", "path", "domain", "secure", "httponly", "samesite");

  private final CookieSettings settings;
  private final TrustedProxies proxies;
  private final SameSite sameSite;
  private final Set<String> guarded;

  /**
   * The policy that the settings describe.
   *
   * @param proxies say how a client has come
   */
  public CookiePolicy(CookieSettings settings, TrustedProxies proxies) {
    this(settings, proxies, settings.guard());
  }

  private CookiePolicy(CookieSettings settings, TrustedProxies proxies, Set<String> guarded) {
    this.settings = settings;
    this.proxies = proxies;
    this.sameSite = SameSite.valueOf(settings.sameSite().name());
    this.guarded = guarded;
  }

  /**
   * The same where the container's session cookie has this name: {@code JSESSIONID} in the settings
   * means that cookie, whatever it is called.
   */
  public CookiePolicy withContainersCookie(String name) {
    return guarded.contains(CONTAINERS_OWN)
        ? new CookiePolicy(
            settings,
            proxies,
            Stream.concat(guarded.stream(), Stream.of(name))
                .collect(Collectors.toUnmodifiableSet()))
        : this;
  }

  /** Whether cookies of the answer to this request are for encrypted connections only. */
  public boolean isSecure(HttpServletRequest request) {
    return isAlwaysSecure() || proxies.isEncrypted(request);
  }

  /** Whether they are so of each answer. */
  boolean isAlwaysSecure() {
    return settings.secure() == SecureCookie.ALWAYS;
  }

  /** The {@code SameSite} rule. */
  SameSite sameSite() {
    return sameSite;
  }

  /** One of our own cookies: the session cookie, or one beside it whose name has a suffix. */
  OwnCookie cookie(String suffix) {
    return new OwnCookie(this, settings, suffix);
  }

  /** A cookie of our own with the path, domain and attributes that the settings want. */
  SetCookie own(SetCookie bare, HttpServletRequest request) {
    return own(bare, CookieScope.of(settings), request);
  }

  /** The same in another scope. */
  SetCookie own(SetCookie bare, CookieScope scope, HttpServletRequest request) {
    return scoped(bare.path(scope.path()).httpOnly(), scope, request);
  }

  /**
   * The same for this host alone, whatever the settings share: no other can set one by its name.
   */
  SetCookie ofHost(SetCookie bare, HttpServletRequest request) {
    return own(bare, CookieScope.HOST, request);
  }

  /** The name of such a cookie, without a suffix. */
  String hostCookieName(HttpServletRequest request) {
    return isSecure(request) ? settings.hostName() : settings.plainName();
  }

  /** The same for scripts. */
  SetCookie readable(SetCookie bare, HttpServletRequest request) {
    CookieScope scope = CookieScope.of(settings);
    return scoped(bare.path(scope.path()), scope, request);
  }

  private SetCookie scoped(SetCookie placed, CookieScope scope, HttpServletRequest request) {
    SetCookie cookie = partitioned(placed.sameSite(sameSite));
    if (scope.domain() != null) {
      cookie = cookie.domain(scope.domain());
    }
    return isSecure(request) ? cookie.secure() : cookie;
  }

  private SetCookie partitioned(SetCookie cookie) {
    return isPartitioned() ? cookie.attribute(PARTITIONED, "") : cookie;
  }

  /** Whether browsers keep cookies apart for each site whose pages have them sent. */
  boolean isPartitioned() {
    return settings.partitioning() == Partitioning.ON;
  }

  /**
   * The headers that expire our cookie in each scope but its own that it may have a namesake in.
   */
  List<String> expiredElsewhere(String name, HttpServletRequest request) {
    if (name.equals(settings.secureName()) && settings.isOfOneScope()) {
      return List.of();
    }
    Set<CookieScope> scopes = CookieScope.former(settings);
    if (CookieHeader.find(request.getHeaders("Cookie"), name) == CookieLookup.CONFLICT) {
      scopes.addAll(
          CookieScope.visibleTo(proxies.hostName(request), request.getRequestURI(), settings));
    }
    scopes.remove(CookieScope.of(settings));
    return scopes.stream()
        .map(scope -> own(SetCookie.expired(name), scope, request).headerValue())
        .toList();
  }

  /** Whether a cookie that somebody else sets is one that we were told to guard. */
  public boolean guards(String name) {
    return guarded.contains(name);
  }

  /** Whether a name is that of a cookie of ours, which nobody else sets. */
  public boolean isOurs(String name) {
    return new OwnNames(settings).include(name);
  }

  /**
   * The header for a cookie that an application adds, with the attributes it must have. (Added as
   * it is, some servers would keep it apart from the headers until it is too late to see it there.)
   *
   * @param now the moment from which a lasting cookie's age counts
   * @throws IllegalArgumentException if a cookie cannot have this value or path
   */
  public String guarded(Cookie added, HttpServletRequest request, Instant now) {
    SetCookie cookie = SetCookie.of(added.getName(), Objects.toString(added.getValue(), ""));
    if (added.getMaxAge() >= 0) {
      cookie = cookie.maxAge(Duration.ofSeconds(added.getMaxAge()), now);
    }
    if (added.getPath() != null) {
      cookie = cookie.path(added.getPath());
    }
    if (added.getDomain() != null) {
      cookie = cookie.domain(added.getDomain());
    }
    cookie = partitioned(cookie.httpOnly().sameSite(sameSite));
    cookie = added.getSecure() || isSecure(request) ? cookie.secure() : cookie;
    return withOthers(cookie, added.getAttributes()).headerValue();
  }

  /**
   * Whether {@link #guarded(Cookie, HttpServletRequest, Instant)} can write a cookie. Others, such
   * as those with a space in their value, containers write each in a way of its own, and read so.
   */
  public static boolean canWrite(Cookie added) {
    return SetCookie.isPossible(added.getName(), Objects.toString(added.getValue(), ""))
        && (added.getPath() == null || added.getPath().startsWith("/"));
  }

  /**
   * A cookie that the container has to write, with the attributes it must have.
   *
   * @throws IllegalArgumentException if its value would end it, or the header
   */
  public Cookie forContainer(Cookie added, HttpServletRequest request) {
    if (Objects.toString(added.getValue(), "")
        .chars()
        .anyMatch(c -> c < ' ' || c == 0x7f || c == ';')) {
      throw new IllegalArgumentException(
          "Cookie " + added.getName() + ": its value has a semicolon or a control character");
    }
    Cookie cookie = (Cookie) added.clone();
    cookie.setHttpOnly(true);
    cookie.setAttribute(SAME_SITE, sameSite.text());
    cookie.setSecure(added.getSecure() || isSecure(request));
    if (isPartitioned()) {
      cookie.setAttribute(PARTITIONED, "");
    }
    return cookie;
  }

  private static SetCookie withOthers(SetCookie cookie, Map<String, String> attributes) {
    SetCookie whole = cookie;
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      if (!KNOWN_ATTRIBUTES.contains(attribute.getKey().toLowerCase(Locale.ROOT))) {
        whole = whole.attribute(attribute.getKey(), attribute.getValue());
      }
    }
    return whole;
  }

  /** The same cookie with the attributes it must have. */
  public String guarded(String setCookieHeader, HttpServletRequest request) {
    GuardedCookie cookie = GuardedCookie.parse(setCookieHeader).httpOnly().sameSite(sameSite);
    cookie = isPartitioned() ? cookie.partitioned() : cookie;
    return (isSecure(request) ? cookie.secure() : cookie).headerValue();
  }
}
