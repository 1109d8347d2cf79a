package dev.cloakroom.client;

import dev.cloakroom.client.Cookie.Reach;
import dev.cloakroom.client.Cookie.Scope;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of one client: those that it was given, which go to the host of its base address, and
 * those that servers have set, where it keeps these. Safe for use by several threads.
 */
public final class ClientCookies {
  private final URI base;
  private final CookieJar jar;
  private final Keeping keeping;
  private final @Nullable ClientCookies origin;
  private final ReentrantLock changing = new ReentrantLock();
  private final Set<String> ofLogins = ConcurrentHashMap.newKeySet();
  private volatile Set<String> ofLogin = Set.of();

  /** What becomes of cookies that servers set. */
  enum Keeping {
    /** They are kept and sent. */
    ON,
    /** They are neither kept nor sent. */
    OFF
  }

  ClientCookies(URI base, CookieJar jar, Keeping keeping) {
    this(base, jar, keeping, null);
  }

  private ClientCookies(URI base, CookieJar jar, Keeping keeping, @Nullable ClientCookies origin) {
    this.base = base;
    this.jar = jar;
    this.keeping = keeping;
    this.origin = origin;
  }

  /** The value of a cookie; of several of a name the one that is sent first. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(toMap().get(name));
  }

  /**
   * Gives the client a cookie for the host of its base address, all paths of it, until the client
   * ends; over HTTPS only, if the base address is of HTTPS.
   *
   * @throws IllegalArgumentException if the name is no token, or the value is not printable ASCII
   *     or has a semicolon
   */
  public void set(String name, String value) {
    CookieText.check(name, value);
    boolean secure = "https".equalsIgnoreCase(base.getScheme());
    Scope scope = new Scope(CookieHost.of(base), Reach.ONE_HOST, "/", secure);
    jar.put(new Cookie(name, value, scope, null), base);
  }

  /** Gives the client these instead of all that it has. */
  public void replaceAll(Map<String, String> cookies) {
    cookies.forEach(CookieText::check);
    clear();
    cookies.forEach(this::set);
  }

  /** Keeps these instead of all that it has, each where it belongs. */
  void replaceBy(List<Cookie> others) {
    clear();
    others.forEach(cookie -> jar.put(cookie, base));
  }

  /** Forgets the cookies of a name. */
  public void remove(String name) {
    jar.remove(name);
  }

  /** Forgets all cookies. */
  public void clear() {
    jar.clear();
  }

  /** Names and values; of several of a name the one with the longest path. */
  public Map<String, String> toMap() {
    Map<String, String> values = new LinkedHashMap<>();
    list().stream()
        .sorted((a, b) -> b.scope().path().length() - a.scope().path().length())
        .forEach(cookie -> values.putIfAbsent(cookie.name(), cookie.value()));
    return values;
  }

  /** The cookies with what is known of them. */
  public List<Cookie> list() {
    return jar.list();
  }

  /** The same cookies, to try something with them. */
  ClientCookies copy() {
    return new ClientCookies(base, jar.copy(), keeping, this);
  }

  /** Those to try the same with once more: of a copy another one, as it was made at first. */
  ClientCookies anew() {
    return origin == null ? this : origin.copy();
  }

  /** By the cookies of which names the login is shown from now on; by none where there are none. */
  void showLoginBy(Set<String> names) {
    ofLogin = Set.copyOf(names);
    ofLogins.addAll(names);
  }

  Set<String> ofLogin() {
    return ofLogin;
  }

  /**
   * Whether cookies show the login at an address: all that it came with are there, since nobody
   * knows which of them it is, and one goes there.
   */
  boolean showLoginAt(URI uri) {
    Set<String> names = ofLogin;
    return !names.isEmpty()
        && toMap().keySet().containsAll(names)
        && jar.matching(uri).stream().anyMatch(cookie -> names.contains(cookie.name()));
  }

  /** Has cookies and login change at once: no late answer comes between. */
  void changeWith(Runnable change) {
    changing.lock();
    try {
      change.run();
    } finally {
      changing.unlock();
    }
  }

  /**
   * Keeps what an answer has set, but not those of a login that came late.
   *
   * @return the names of those that were kept
   */
  List<String> receive(Outgoing out, HttpResponse<?> answer) {
    List<String> set = set(answer);
    if (set.isEmpty()) {
      return set;
    }
    changing.lock();
    try {
      return jar.store(out.uri(), out.isOfEarlierLogin() ? ofNoLogin(set) : set);
    } finally {
      changing.unlock();
    }
  }

  private List<String> set(HttpResponse<?> answer) {
    return keeping == Keeping.OFF ? List.of() : answer.headers().allValues("Set-Cookie");
  }

  private List<String> ofNoLogin(List<String> set) {
    return set.stream()
        .filter(
            header ->
                ReceivedCookie.parse(header, Instant.EPOCH)
                    .filter(cookie -> !ofLogins.contains(cookie.name()))
                    .isPresent())
        .toList();
  }

  /** Keeps what the answer to a login has set. */
  void keep(URI from, HttpResponse<?> answer) {
    jar.store(from, set(answer));
  }

  /**
   * The one header of a request, in which what is given for it alone wins; null for none. Others
   * than of ASCII are left out: the JDK's client would send them as question marks.
   */
  @Nullable String header(URI uri, Map<String, String> given) {
    StringJoiner header = new StringJoiner("; ");
    for (Cookie cookie : jar.matching(uri)) {
      String pair = cookie.pair();
      if (!given.containsKey(cookie.name()) && isAscii(pair)) {
        header.add(pair);
      }
    }
    given.forEach((name, value) -> header.add(name + "=" + value));
    return header.length() == 0 ? null : header.toString();
  }

  private static boolean isAscii(String pair) {
    for (int i = 0; i < pair.length(); i++) {
      if (pair.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** The cookies without their values. */
  @Override
  public String toString() {
    return jar.toString();
  }
}
