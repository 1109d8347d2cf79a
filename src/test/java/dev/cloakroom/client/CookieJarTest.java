package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.ManualClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cookie store keeps, how long, and where it sends it (RFC 6265bis §5). */
class CookieJarTest {
  private static final URI SHOP = URI.create("https://shop.example.com/cart/items");
  private static final URI PLAIN = URI.create("http://shop.example.com/cart/items");

  private final ManualClock clock = ManualClock.atNoon();
  private final CookieJar jar =
      new CookieJar(PublicSuffixes.and("co.uk"), SecureConnections.HTTPS_AND_LOCALHOST, clock);

  private String sent(String uri) {
    return jar.header(URI.create(uri)).orElse("");
  }

  private List<String> receive(URI from, String... headers) {
    return jar.store(from, List.of(headers));
  }

  @Test
  void maxAge_ends() {
    receive(SHOP, "a=1; Max-Age=60", "b=2");

    clock.advance(Duration.ofSeconds(59));
    assertThat(jar.header(SHOP)).contains("a=1; b=2");
    clock.advance(Duration.ofSeconds(1));
    assertThat(jar.header(SHOP)).contains("b=2");
    assertThat(jar.list()).hasSize(1);
  }

  @Test
  void maxAge_winsOverExpires_whereverItStands() {
    receive(SHOP, "a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
    receive(SHOP, "b=2; Expires=Fri, 20 Nov 2026 13:00:00 GMT; Max-Age=0");

    assertThat(jar.header(SHOP)).contains("a=1");
  }

  @Test
  void end_isAtMost400DaysAway() {
    receive(
        SHOP, "a=1; Max-Age=99999999999999999999", "b=2; Expires=Fri, 20 Nov 2099 13:00:00 GMT");

    clock.advance(Duration.ofDays(400).minusSeconds(1));
    assertThat(jar.header(SHOP)).contains("a=1; b=2");
    clock.advance(Duration.ofSeconds(1));
    assertThat(jar.header(SHOP)).isEmpty();
  }

  @Test
  void cookieThatHasEnded_removesItsLikeAndNoOther() {
    receive(SHOP, "a=1; Path=/", "a=2; Path=/cart");

    assertThat(receive(SHOP, "a=; Path=/; Max-Age=0")).containsExactly("a");
    assertThat(jar.header(SHOP)).contains("a=2");
  }

  @Test
  void replacedCookie_keepsItsPlace() {
    receive(SHOP, "a=1", "b=2", "a=3");

    assertThat(jar.header(SHOP)).contains("a=3; b=2");
  }

  @Test
  void cookieWithoutDomain_isForItsHostAlone() {
    receive(SHOP, "a=1; Path=/", "b=2; Path=/; Domain=example.com");

    assertThat(sent("https://shop.example.com/")).isEqualTo("a=1; b=2");
    assertThat(sent("https://example.com/")).isEqualTo("b=2");
    assertThat(sent("https://x.shop.example.com/")).isEqualTo("b=2");
    assertThat(sent("https://notexample.com/")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"com", "other.com", "x.shop.example.com", "hop.example.com", "éxample.com"})
  void domainThatIsNotTheHosts_isRefused(String domain) {
    assertThat(receive(SHOP, "a=1; Domain=" + domain)).isEmpty();
    assertThat(receive(SHOP, "a=1; Domain=EXAMPLE.com")).containsExactly("a");
  }

  @Test
  void publicSuffix_thatIsListed_isRefused_butForItsOwnHost() {
    URI site = URI.create("https://a.co.uk/");

    assertThat(receive(site, "a=1; Domain=co.uk")).isEmpty();
    assertThat(receive(site, "b=2; Domain=a.co.uk")).containsExactly("b");
    assertThat(receive(URI.create("https://co.uk/"), "c=3; Domain=co.uk")).containsExactly("c");
    assertThat(sent("https://a.co.uk/")).isEqualTo("b=2");
    assertThat(sent("https://co.uk/")).isEqualTo("c=3");
  }

  @Test
  void address_isForItselfOnly() {
    URI address = URI.create("http://127.0.0.1:8080/");
    URI ipv6 = URI.create("http://[::1]:8080/");

    assertThat(receive(address, "a=1; Domain=0.0.1", "b=2; Domain=127.0.0.1")).containsExactly("b");
    assertThat(receive(ipv6, "c=3")).containsExactly("c");
    assertThat(sent("http://127.0.0.1:9090/")).isEqualTo("b=2");
    assertThat(sent("http://[::1]/")).isEqualTo("c=3");
  }

  @Test
  void secureCookie_comesAndGoesOverSecureConnectionsOnly() {
    assertThat(receive(PLAIN, "a=1; Secure")).isEmpty();
    assertThat(receive(SHOP, "a=1; Secure")).containsExactly("a");

    assertThat(jar.header(PLAIN)).isEmpty();
    assertThat(jar.header(SHOP)).contains("a=1");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080/, true",
    "http://shop.localhost/, false",
    "http://127.0.0.1:8080/, true",
    "http://127.1.2.3/, true",
    "http://[::1]:8080/, true",
    "http://localhost.example.com/, false",
    "http://127.0.0.1.example.com/, false",
    "http://128.0.0.1/, false"
  })
  void localhost_isTrusted_unlessSwitchedOff(URI uri, boolean trusted) {
    CookieJar strict = new CookieJar(PublicSuffixes.SINGLE_LABELS, SecureConnections.HTTPS, clock);

    assertThat(receive(uri, "a=1; Secure")).hasSize(trusted ? 1 : 0);
    assertThat(jar.header(uri).isPresent()).isEqualTo(trusted);
    assertThat(strict.store(uri, List.of("a=1; Secure"))).isEmpty();
    assertThat(strict.store(uri, List.of("a=1"))).hasSize(1);
  }

  @Test
  void insecureConnection_leavesSecureCookiesAlone() {
    receive(SHOP, "a=1; Secure; Path=/cart");

    assertThat(receive(PLAIN, "a=2; Path=/cart/items")).isEmpty();
    assertThat(receive(PLAIN, "a=2; Path=/cart/items; Domain=example.com")).isEmpty();
    assertThat(receive(PLAIN, "a=; Path=/cart; Max-Age=0")).isEmpty();
    assertThat(receive(PLAIN, "b=2; Path=/cart")).containsExactly("b");
    assertThat(receive(PLAIN, "a=2; Path=/")).containsExactly("a");
    assertThat(jar.header(SHOP)).contains("a=1; b=2; a=2");
  }

  @ParameterizedTest
  @Tag("C1")
  @CsvSource(
      delimiter = '|',
      value = {
        "__Host-a=1; Secure; Path=/ | true",
        "__Host-a=1; Secure | false",
        "__Host-a=1; Path=/ | false",
        "__Host-a=1; Secure; Path=/cart | false",
        "__Host-a=1; Secure; Path=/; Domain=shop.example.com | false",
        "__HOST-a=1; Secure; Path=/cart | false",
        "__Secure-a=1; Secure | true",
        "__Secure-a=1 | false",
        "__secure-a=1 | false",
        "__Http-a=1; Secure; HttpOnly | true",
        "__Http-a=1; Secure | false",
        "__Host-Http-a=1; Secure; HttpOnly; Path=/ | true",
        "__Host-Http-a=1; Secure; Path=/ | false",
        "=__Host-a=1; Secure; Path=/ | false",
        "__Host-a; Secure; Path=/ | false",
        "a=1; SameSite=None | false",
        "a=1; SameSite=None; Secure | true"
      })
  void promises_areKeptOrTheCookieIsNot(String header, boolean kept) {
    assertThat(receive(SHOP, header)).hasSize(kept ? 1 : 0);
  }

  @Test
  @Tag("C4")
  void nameAndValue_areAtMost4096Bytes() {
    assertThat(receive(SHOP, "a=" + "x".repeat(4095))).hasSize(1);
    assertThat(receive(SHOP, "b=" + "x".repeat(4096))).isEmpty();
    assertThat(receive(SHOP, "c=1; Path=/" + "x".repeat(1024))).hasSize(1);
    assertThat(jar.list().get(1).scope().path()).isEqualTo("/cart");
  }

  @Test
  void ofADomain_50AreKept_thoseNotSecureAndLongestUnusedGoFirst() {
    receive(SHOP, "s=1; Secure; Path=/");
    IntStream.range(0, 49).forEach(i -> receive(SHOP, "c" + i + "=1; Path=/p" + i));
    assertThat(sent("https://shop.example.com/p0")).isEqualTo("c0=1; s=1");

    receive(SHOP, "new=1");

    assertThat(jar.list()).hasSize(50);
    assertThat(sent("https://shop.example.com/p0")).isEqualTo("c0=1; s=1");
    assertThat(sent("https://shop.example.com/p1")).isEqualTo("s=1");
  }

  @Test
  void inAll_3000AreKept() {
    IntStream.range(0, 3100)
        .forEach(i -> receive(URI.create("https://h" + i / 40 + ".example/"), "c" + i % 40 + "=1"));

    assertThat(jar.list()).hasSize(3000);
    assertThat(sent("https://h0.example/")).isEmpty();
    assertThat(sent("https://h77.example/")).isNotEmpty();
  }

  @Test
  void text_hasNoValues() {
    receive(SHOP, "a=coat; Path=/; Secure; Max-Age=60");

    assertThat(jar.toString())
        .isEqualTo("[a=*** for shop.example.com/, secure, until 2026-11-20T12:01:00Z]");
    assertThat(ReceivedCookie.parse("a=coat", clock.instant()).orElseThrow().toString())
        .isEqualTo("a=***");
  }
}
