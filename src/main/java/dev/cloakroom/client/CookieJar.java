package dev.cloakroom.client;

import dev.cloakroom.client.Cookie.Reach;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A cookie store (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.7">RFC
 * 6265bis §5.7 and §5.8</a>): what servers set, kept by the rules that browsers keep them by, and
 * sent where they belong. It holds at most 50 cookies of a domain and 3,000 in all; of too many,
 * those go first that have ended, then those that are not secure, then those that were not sent for
 * longest. Pages are unknown to it, so {@code SameSite} holds nothing back.
 *
 * <p>Safe for use by several threads; nothing in it waits for more than memory.
 */
public final class CookieJar {
  static final int MAX_OF_DOMAIN = 50;
  static final int MAX_IN_ALL = 3000;

  private static final Comparator<Kept> AS_SENT =
      Comparator.<Kept>comparingInt(kept -> -kept.cookie.scope().path().length())
          .thenComparingLong(kept -> kept.created);
  private static final Comparator<Kept> FIRST_TO_GO =
      Comparator.<Kept, Boolean>comparing(kept -> kept.cookie.scope().secure())
          .thenComparingLong(kept -> kept.used);

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Kept> cookies = new HashMap<>();
  private final CookieRules rules;
  private final Clock clock;
  private long steps;

  /** Two cookies of one key are one: the later replaces the earlier. */
  private record Key(String name, String domain, Reach reach, String path) {
    static Key of(Cookie cookie) {
      Cookie.Scope scope = cookie.scope();
      return new Key(cookie.name(), scope.domain(), scope.reach(), scope.path());
    }
  }

  /** Guarded by the lock of its jar. */
  private static final class Kept {
    final Cookie cookie;
    final long created;
    long used;

    Kept(Cookie cookie, long created, long used) {
      this.cookie = cookie;
      this.created = created;
      this.used = used;
    }
  }

  /** An empty store that goes by the system's clock and trusts connections to this machine. */
  public CookieJar() {
    this(PublicSuffixes.SINGLE_LABELS, SecureConnections.HTTPS_AND_LOCALHOST, Clock.systemUTC());
  }

  /**
   * An empty store.
   *
   * @param suffixes for which domains no cookie may be
   * @param secure over which connections {@code Secure} cookies are taken and sent
   * @param clock by which cookies end
   */
  public CookieJar(PublicSuffixes suffixes, SecureConnections secure, Clock clock) {
    this(new CookieRules(suffixes, secure), clock);
  }

  CookieJar(CookieRules rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Takes what an answer has set.
   *
   * @param from the address that was asked
   * @param setCookieHeaders the values of its {@code Set-Cookie} headers, in their order
   * @return the names of those that were kept, replaced or ended; the others broke a rule
   */
  public List<String> store(URI from, List<String> setCookieHeaders) {
    Instant now = clock.instant();
    return setCookieHeaders.stream()
        .flatMap(header -> ReceivedCookie.parse(header, now).stream())
        .flatMap(received -> rules.kept(received, from).stream())
        .filter(cookie -> put(cookie, from))
        .map(Cookie::name)
        .toList();
  }

  /** One with the same cookies; what is kept in either from then on is not in the other. */
  CookieJar copy() {
    CookieJar copy = new CookieJar(rules, clock);
    return locked(
        () -> {
          cookies.forEach(
              (key, kept) -> copy.cookies.put(key, new Kept(kept.cookie, kept.created, kept.used)));
          copy.steps = steps;
          return copy;
        });
  }

  /** Takes a cookie as if an address had set it; false if it must leave a secure one alone. */
  boolean put(Cookie cookie, URI from) {
    Instant now = clock.instant();
    return locked(
        () -> {
          if (isShadowing(cookie, from)) {
            return false;
          }
          long step = ++steps;
          Kept old = cookies.remove(Key.of(cookie));
          if (!cookie.isOver(now)) {
            long created = old == null ? step : old.created;
            cookies.put(Key.of(cookie), new Kept(cookie, created, step));
            makeRoom(cookie.scope().domain(), now);
          }
          return true;
        });
  }

  /** "Leave secure cookies alone": an insecure connection must not put one beside them. */
  private boolean isShadowing(Cookie cookie, URI from) {
    return !cookie.scope().secure()
        && !rules.secure().contains(from)
        && cookies.values().stream().anyMatch(kept -> isShadowed(kept.cookie, cookie));
  }

  private static boolean isShadowed(Cookie kept, Cookie by) {
    String domain = kept.scope().domain();
    String other = by.scope().domain();
    return kept.scope().secure()
        && kept.name().equals(by.name())
        && (CookieHost.isWithin(domain, other) || CookieHost.isWithin(other, domain))
        && CookiePath.isWithin(by.scope().path(), kept.scope().path());
  }

  private void makeRoom(String domain, Instant now) {
    List<Kept> ofDomain = kept(cookie -> cookie.scope().domain().equals(domain));
    if (ofDomain.size() > MAX_OF_DOMAIN || cookies.size() > MAX_IN_ALL) {
      cookies.values().removeIf(kept -> kept.cookie.isOver(now));
      dropAllBut(MAX_OF_DOMAIN, kept(cookie -> cookie.scope().domain().equals(domain)));
      dropAllBut(MAX_IN_ALL, kept(cookie -> true));
    }
  }

  private List<Kept> kept(Predicate<Cookie> wanted) {
    return cookies.values().stream().filter(kept -> wanted.test(kept.cookie)).toList();
  }

  private void dropAllBut(int count, List<Kept> some) {
    some.stream()
        .sorted(FIRST_TO_GO)
        .limit(Math.max(0, some.size() - count))
        .forEach(kept -> cookies.remove(Key.of(kept.cookie)));
  }

  /**
   * The cookies for an address, in the order in which they are sent: those of longer paths first,
   * and of equal ones the earlier.
   */
  public List<Cookie> matching(URI uri) {
    String host = CookieHost.of(uri);
    String path = CookiePath.of(uri);
    Predicate<Cookie> belongs =
        cookie ->
            cookie.scope().includes(host, path)
                && (!cookie.scope().secure() || rules.secure().contains(uri));
    Instant now = clock.instant();
    return locked(
        () -> {
          long step = ++steps;
          List<Kept> sent = new ArrayList<>();
          for (Kept kept : cookies.values()) {
            if (belongs.test(kept.cookie) && !kept.cookie.isOver(now)) {
              kept.used = step;
              sent.add(kept);
            }
          }
          sent.sort(AS_SENT);
          List<Cookie> inOrder = new ArrayList<>(sent.size());
          sent.forEach(kept -> inOrder.add(kept.cookie));
          return Collections.unmodifiableList(inOrder);
        });
  }

  /** The one {@code Cookie} header of a request to an address; empty if nothing belongs there. */
  public Optional<String> header(URI uri) {
    String header = matching(uri).stream().map(Cookie::pair).collect(Collectors.joining("; "));
    return header.isEmpty() ? Optional.empty() : Optional.of(header);
  }

  /** All cookies that have not ended, in the order in which they came. */
  public List<Cookie> list() {
    Instant now = clock.instant();
    return locked(
        () ->
            kept(cookie -> !cookie.isOver(now)).stream()
                .sorted(Comparator.comparingLong(kept -> kept.created))
                .map(kept -> kept.cookie)
                .toList());
  }

  /** Forgets the cookies of a name, wherever they belong. */
  public void remove(String name) {
    locked(() -> cookies.values().removeIf(kept -> kept.cookie.name().equals(name)));
  }

  /** Forgets all cookies. */
  public void clear() {
    locked(() -> cookies.values().removeIf(kept -> true));
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** The cookies without their values. */
  @Override
  public String toString() {
    return list().toString();
  }
}
