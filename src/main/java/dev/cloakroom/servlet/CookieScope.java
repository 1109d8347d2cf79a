package dev.cloakroom.servlet;

import dev.cloakroom.config.CookieSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a cookie counts. Cookies of one name in two scopes are two cookies, and a browser sends
 * both (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.7">RFC
 * 6265bis §5.7</a>).
 *
 * @param domain with all its subdomains; null for the one host that set the cookie
 */
record CookieScope(@Nullable String domain, String path) {
  /** Of this host alone, with all its paths. */
  static final CookieScope HOST = new CookieScope(null, "/");

  private static final int MOST_DOMAINS = 4;
  private static final int MOST_PATHS = 6;
  private static final Pattern NAME_OF_SEVERAL_LABELS =
      Pattern.compile("(?=.{1,253}$)(?:[A-Za-z0-9-]{1,63}+\\.)++[A-Za-z][A-Za-z0-9-]{0,62}");
  private static final Pattern PATH = Pattern.compile("[!-:<-~]{1,256}");

  /** The one that the settings want. */
  static CookieScope of(CookieSettings settings) {
    return new CookieScope(settings.domain(), settings.path());
  }

  /** Those that the settings say there was a cookie in. */
  static Set<CookieScope> former(CookieSettings settings) {
    Set<CookieScope> scopes = new LinkedHashSet<>();
    for (String path : settings.formerPaths()) {
      scopes.add(new CookieScope(null, path));
      scopes.add(new CookieScope(settings.domain(), path));
    }
    return scopes;
  }

  /**
   * Those that a cookie can have which came with a request for a host and a path: a browser sends
   * it to the host and the subdomains of the domain, and to the path and what is below. The
   * furthest are left out.
   */
  static Set<CookieScope> visibleTo(String host, String path, CookieSettings settings) {
    List<@Nullable String> domains = domains(host);
    domains.add(settings.domain());
    Set<CookieScope> scopes = new LinkedHashSet<>();
    for (String above : paths(path)) {
      domains.forEach(domain -> scopes.add(new CookieScope(domain, above)));
    }
    return scopes;
  }

  private static List<@Nullable String> domains(String host) {
    List<@Nullable String> domains = new ArrayList<>();
    domains.add(null);
    String domain = host;
    while (domains.size() <= MOST_DOMAINS && NAME_OF_SEVERAL_LABELS.matcher(domain).matches()) {
      domains.add(domain);
      domain = domain.substring(domain.indexOf('.') + 1);
    }
    return domains;
  }

  private static List<String> paths(String uri) {
    List<String> paths = new ArrayList<>();
    paths.add("/");
    int end = uri.indexOf('/', 1);
    while (end > 0 && paths.size() <= MOST_PATHS && PATH.matcher(uri.substring(0, end)).matches()) {
      paths.add(uri.substring(0, end));
      end = uri.indexOf('/', end + 1);
    }
    return paths;
  }
}
