package dev.cloakroom.servlet;

import dev.cloakroom.config.CookieSettings;
import dev.cloakroom.config.SecureCookie;
import dev.cloakroom.http.CookieHeader;
import dev.cloakroom.http.CookieLookup;
import dev.cloakroom.http.GuardedCookie;
import dev.cloakroom.http.SameSite;
import dev.cloakroom.http.SetCookie;
import jakarta.servlet.SessionCookieConfig;
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
  private static final String SAME_SITE = "SameSite";

  private static final String CONTAINERS_OWN = "JSESSIONID";

  /**
   * What {@code Cookie} has as fields of its own, in lower case; the rest is of the application.
   */
  private static final Set<String> KNOWN_ATTRIBUTES =
      Set.of("max-age", "expires", "path", "domain", "secure", "httponly", "samesite");

  private final CookieSettings settings;
  private final SameSite sameSite;
  private final Set<String> guarded;

  /** The policy that the settings describe. */
  public CookiePolicy(CookieSettings settings) {
    this(settings, settings.guard());
  }

  private CookiePolicy(CookieSettings settings, Set<String> guarded) {
    this.settings = settings;
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
            Stream.concat(guarded.stream(), Stream.of(name))
                .collect(Collectors.toUnmodifiableSet()))
        : this;
  }

  /** Whether cookies of the answer to this request are for encrypted connections only. */
  public boolean isSecure(HttpServletRequest request) {
    return settings.secure() == SecureCookie.ALWAYS || request.isSecure();
  }

  /** The {@code SameSite} rule. */
  public SameSite sameSite() {
    return sameSite;
  }

  /**
   * The name of the session cookie: with the prefix that browsers hold it to, unless {@code
   * cloakroom.cookie.secure=auto} allows it on the plain HTTP that the request came by.
   */
  public String sessionCookieName(HttpServletRequest request) {
    return isSecure(request) ? settings.secureName() : settings.plainName();
  }

  /** A cookie of our own with the path, domain and attributes that the settings want. */
  SetCookie own(SetCookie bare, HttpServletRequest request) {
    return own(bare, CookieScope.of(settings), request);
  }

  /** The same in another scope. */
  SetCookie own(SetCookie bare, CookieScope scope, HttpServletRequest request) {
    SetCookie cookie = bare.path(scope.path()).httpOnly().sameSite(sameSite);
    if (scope.domain() != null) {
      cookie = cookie.domain(scope.domain());
    }
    return isSecure(request) ? cookie.secure() : cookie;
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
      String host = Objects.requireNonNullElse(request.getServerName(), "");
      scopes.addAll(CookieScope.visibleTo(host, request.getRequestURI(), settings));
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

  /**
   * Whether a name is that of a cookie of ours, which nobody else sets. The one without prefix is
   * ours where a cookie may be without {@code Secure}.
   */
  public boolean isOurs(String name) {
    return isOurs(name, settings.secureName())
        || (settings.secure() == SecureCookie.AUTO && isOurs(name, settings.plainName()));
  }

  private static boolean isOurs(String name, String ours) {
    return name.startsWith(ours)
        && (name.length() == ours.length()
            || name.substring(ours.length()).equals(DeviceCookie.SUFFIX));
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
    cookie = cookie.httpOnly().sameSite(sameSite);
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

  /** Has a container's own session cookie made as it must be, where the container can. */
  public void guard(SessionCookieConfig cookie) {
    cookie.setHttpOnly(true);
    cookie.setSecure(settings.secure() == SecureCookie.ALWAYS);
    setSameSite(cookie);
  }

  /**
   * There is a server that turns the value into capitals by the language of the JVM, and does not
   * know what comes of it in Turkish. Capitals are the same to everybody.
   */
  private void setSameSite(SessionCookieConfig cookie) {
    try {
      cookie.setAttribute(SAME_SITE, sameSite.text());
    } catch (IllegalArgumentException unknown) {
      cookie.setAttribute(SAME_SITE, sameSite.text().toUpperCase(Locale.ROOT));
    }
  }

  /** The same cookie with the attributes it must have. */
  public String guarded(String setCookieHeader, HttpServletRequest request) {
    GuardedCookie cookie = GuardedCookie.parse(setCookieHeader).httpOnly().sameSite(sameSite);
    return (isSecure(request) ? cookie.secure() : cookie).headerValue();
  }
}
