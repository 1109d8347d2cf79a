package dev.cloakroom.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Pages that browsers take for those of another site than the application's, and that never send
 * its cookie for that (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.2">RFC
 * 6265bis §5.2</a>). A site is the scheme and the registrable domain. Which part of a host is that,
 * only the list of public suffixes knows, which we do not have; so nothing is said here that needs
 * it. Two hosts are surely of two sites if they differ and one is an IP address, or if their last
 * two labels differ: a registrable domain has at least two.
 */
public final class CrossSite {
  private static final Pattern ADDRESS = Pattern.compile("\\[.*]|[0-9.]+");

  private static final String FRAMED =
      "With cloakroom.cookie.same-site=None any site can show this application's pages in a frame,"
          + " with their visitor logged in, and have them click where they do not mean to. Write"
          + " cloakroom.frame-ancestors=none, or whose pages may: self, and origins. With"
          + " cloakroom.frame-ancestors=* nothing changes, and this is not said.";

  private CrossSite() {}

  /** Whether two hosts, in any case, are of two sites whatever the list of public suffixes says. */
  public static boolean areSurelyApart(String host, String other) {
    String one = host.toLowerCase(Locale.ROOT);
    String two = other.toLowerCase(Locale.ROOT);
    boolean isAddress = ADDRESS.matcher(one).matches() || ADDRESS.matcher(two).matches();
    return !one.equals(two) && (isAddress || !lastLabels(one).equals(lastLabels(two)));
  }

  private static String lastLabels(String host) {
    int last = host.lastIndexOf('.');
    return host.substring(host.lastIndexOf('.', last - 1) + 1);
  }

  /** What to do about pages that are allowed to act for their visitor, and cannot. */
  public static String advice(String origin, CookieSettings cookie) {
    return "Pages of "
        + origin
        + ", which cloakroom.cors.allowed-origins names, never send the session cookie: they are of"
        + " another site, and the cookie is SameSite="
        + (cookie.sameSite() == SameSitePolicy.STRICT ? "Strict" : "Lax")
        + ". Write cloakroom.cookie.same-site=None, and cloakroom.cookie.partitioned=on for browsers"
        + " that block the cookies of other sites; or have them served from the application's own"
        + " site; or, if they send bearer tokens alone, write"
        + " cloakroom.cors.allow-credentials=false.";
  }

  /**
   * What can be said of the settings alone, before anybody has asked. Of the pages of apps and of
   * browsers' extensions nothing can: some of these are given the cookies of sites that they name.
   */
  static List<String> warnings(Settings settings) {
    CookieSettings cookie = settings.cookie();
    if (cookie.sameSite() == SameSitePolicy.NONE) {
      return FrameAncestors.areMissedBy(settings) ? List.of(FRAMED) : List.of();
    }
    return settings.cors().rules().stream()
        .filter(CorsRule::allowsCredentials)
        .flatMap(rule -> rule.allowedOrigins().stream())
        .filter(TextRules::isOrigin)
        .filter(origin -> isApart(URI.create(origin), cookie))
        .distinct()
        .sorted()
        .map(origin -> advice(origin, cookie))
        .toList();
  }

  /** Where nothing says which host the application has, its scheme is all that is known. */
  private static boolean isApart(URI origin, CookieSettings cookie) {
    boolean isPlain = origin.getScheme().equalsIgnoreCase("http");
    return (isPlain && cookie.secure() == SecureCookie.ALWAYS)
        || (cookie.domain() != null && areSurelyApart(origin.getHost(), cookie.domain()));
  }
}
