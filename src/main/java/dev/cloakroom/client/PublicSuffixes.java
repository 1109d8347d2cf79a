package dev.cloakroom.client;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Below which domains anybody can get one: no cookie may be for all of these (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.7">RFC
 * 6265bis §5.7</a>, <a href="https://publicsuffix.org">publicsuffix.org</a>). An implementation
 * must be safe for use by several threads.
 */
@FunctionalInterface
public interface PublicSuffixes {

  /**
   * Names without a dot, such as {@code com}, and no others: this is <em>not</em> the public list,
   * so that {@code a.co.uk} can set a cookie that {@code b.co.uk} is sent. It needs no updates, and
   * suffices for a client that talks to hosts that its owner knows.
   */
  PublicSuffixes SINGLE_LABELS = domain -> domain.indexOf('.') < 0;

  /**
   * Whether anybody can get a domain directly below this one.
   *
   * @param domain in lower case, without a dot at either end
   */
  boolean contains(String domain);

  /** Names without a dot, and these, such as {@code co.uk}. */
  static PublicSuffixes and(String... domains) {
    Set<String> listed =
        Stream.of(domains)
            .map(domain -> domain.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    return domain -> SINGLE_LABELS.contains(domain) || listed.contains(domain);
  }
}
