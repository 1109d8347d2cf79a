package dev.cloakroom.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our proxies are 10.0.0.0/8; the client is 198.51.100.1, and whoever lies says 203.0.113.66. */
@Tag("X15")
class TrustedProxiesTest {
  private static final String TRUSTED = "cloakroom.trusted-proxies";
  private static final String HEADERS = "cloakroom.trusted-proxies.headers";

  private final TrustedProxies nobody = new TestApplication().proxies;
  private final TrustedProxies proxies =
      new TestApplication(Map.of(TRUSTED, "10.0.0.0/8, 2001:db8::/32")).proxies;
  private final TrustedProxies standard =
      new TestApplication(Map.of(TRUSTED, "10.0.0.0/8, 2001:db8::/32", HEADERS, "forwarded"))
          .proxies;

  private static FakeRequest request(String address) {
    return FakeRequest.get("/").plain().from(address, "backend:8080");
  }

  private static FakeRequest forwarded(String address) {
    return request(address)
        .header("X-Forwarded-For", "198.51.100.1")
        .header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-Host", "shop.test")
        .header("X-Forwarded-Port", "8443");
  }

  private static ClientView seenBy(TrustedProxies proxies, FakeRequest request) {
    proxies.see(request);
    return new ClientView(
        proxies.isEncrypted(request) ? "https" : "http",
        proxies.host(request),
        TrustedProxies.addressOf(request));
  }

  @Test
  void seen_whatATrustedProxySays_counts() {
    assertThat(seenBy(proxies, forwarded("10.0.0.1")))
        .isEqualTo(new ClientView("https", "shop.test:8443", "198.51.100.1"));
    assertThat(proxies.hostName(forwarded("10.0.0.1"))).isEqualTo("shop.test");
  }

  @Test
  void seen_whatAnybodyElseSays_countsForNothing() {
    ClientView asConnected = new ClientView("http", "backend:8080", "198.51.100.9");

    assertThat(seenBy(proxies, forwarded("198.51.100.9"))).isEqualTo(asConnected);
    assertThat(seenBy(nobody, forwarded("198.51.100.9"))).isEqualTo(asConnected);
    assertThat(seenBy(nobody, forwarded("10.0.0.1")).address()).isEqualTo("10.0.0.1");
    assertThat(proxies.hostName(forwarded("198.51.100.9"))).isEqualTo("backend");
    assertThat(nobody.hostName(forwarded("10.0.0.1"))).isEqualTo("shop.test");
  }

  @Test
  void seen_proxyThatSaysNothing_isWhatTheServerSays() {
    assertThat(seenBy(proxies, request("10.0.0.1")))
        .isEqualTo(new ClientView("http", "backend:8080", "10.0.0.1"));
    assertThat(seenBy(proxies, FakeRequest.get("/").from("10.0.0.1", "a")).scheme())
        .isEqualTo("https");
  }

  @ParameterizedTest
  @CsvSource({
    "'203.0.113.66, 198.51.100.1',                     198.51.100.1",
    "'203.0.113.66, 198.51.100.1, 10.0.0.2',           198.51.100.1",
    "'203.0.113.66, 198.51.100.1, 10.0.0.3, 10.0.0.2', 198.51.100.1",
    "'10.0.0.9, 203.0.113.66, 198.51.100.1',           198.51.100.1",
    "'10.0.0.9, 10.0.0.2',                             10.0.0.9",
    "198.51.100.1:4711,                                198.51.100.1",
    "2001:DB9::1,                                      2001:db9:0:0:0:0:0:1",
    "[2001:db9::1],                                    2001:db9:0:0:0:0:0:1",
    "[2001:db9::1]:4711,                               2001:db9:0:0:0:0:0:1",
    "::ffff:198.51.100.1,                              198.51.100.1",
    "'198.51.100.1, 2001:db8::7',                      198.51.100.1",
    "'198.51.100.1, [2001:db8::7]:80',                 198.51.100.1"
  })
  void address_isOfTheLastWhomNobodyTrusts(String list, String address) {
    FakeRequest request = request("10.0.0.1").header("X-Forwarded-For", list);

    assertThat(seenBy(proxies, request).address()).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "unknown,                             10.0.0.1",
    "_hidden,                             10.0.0.1",
    "'203.0.113.66, unknown',             10.0.0.1",
    "'203.0.113.66, unknown, 10.0.0.2',   10.0.0.2",
    "'203.0.113.66, localhost, 10.0.0.2', 10.0.0.2",
    "'203.0.113.66, 1.2.3, 10.0.0.2',     10.0.0.2",
    "'203.0.113.66, [::1, 10.0.0.2',      10.0.0.2",
    "'203.0.113.66, [::1]x, 10.0.0.2',    10.0.0.2",
    "'203.0.113.66, 999.1.1.1, 10.0.0.2', 10.0.0.2",
    "' , ,, ',                            10.0.0.1"
  })
  void address_leftOfWhatCannotBeRead_countsForNothing(String list, String address) {
    FakeRequest request = request("10.0.0.1").header("X-Forwarded-For", list);

    assertThat(seenBy(proxies, request).address()).isEqualTo(address);
  }

  @Test
  void address_headerInSeveralLines_isOneList() {
    FakeRequest request =
        request("10.0.0.1")
            .header("X-Forwarded-For", "203.0.113.66")
            .header("X-Forwarded-For", "198.51.100.1")
            .header("X-Forwarded-For", "10.0.0.2");

    assertThat(seenBy(proxies, request).address()).isEqualTo("198.51.100.1");
  }

  /** Each proxy adds what it was asked; what is furthest to the left was the client's. */
  @ParameterizedTest
  @CsvSource({
    "198.51.100.1,             https,        https",
    "198.51.100.1,             HTTPS,        https",
    "198.51.100.1,             wss,          https",
    "198.51.100.1,             ws,           http",
    "198.51.100.1,             'https, http', http",
    "'198.51.100.1, 10.0.0.2', 'https, http', https",
    "'198.51.100.1, 10.0.0.2', https,        https",
    "'198.51.100.1, 10.0.0.2', 'http, https, http', https",
    "198.51.100.1,             gopher,       http",
    "198.51.100.1,             'https;',     http",
    ",                         https,        https"
  })
  void scheme_isWhatTheProxyNextToTheClientSays(String from, String schemes, String scheme) {
    FakeRequest request = request("10.0.0.1").header("X-Forwarded-Proto", schemes);
    if (from != null) {
      request.header("X-Forwarded-For", from);
    }

    assertThat(seenBy(proxies, request).scheme()).isEqualTo(scheme);
  }

  @ParameterizedTest
  @CsvSource({
    "shop.test,               ,      shop.test",
    "shop.test:8443,          ,      shop.test:8443",
    "shop.test:8443,          443,   shop.test:8443",
    "shop.test,               8443,  shop.test:8443",
    "[2001:db9::1],           8443,  [2001:db9::1]:8443",
    "[2001:db9::1]:8443,      ,      [2001:db9::1]:8443",
    "'evil.test, shop.test',  ,      shop.test",
    "shop.test,               80,    shop.test",
    "shop.test,               443,   shop.test",
    "shop.test,               0,     shop.test",
    "shop.test,               x,     shop.test",
    "shop.test/evil,          ,      backend:8080",
    "shop.test:99999,         ,      backend:8080",
    "evil@shop.test,          ,      backend:8080",
    ",                        8443,  backend:8080"
  })
  void host_isWhatTheProxySays_ifItIsOne(String hosts, String port, String host) {
    FakeRequest request = request("10.0.0.1").header("X-Forwarded-For", "198.51.100.1");
    if (hosts != null) {
      request.header("X-Forwarded-Host", hosts);
    }
    if (port != null) {
      request.header("X-Forwarded-Port", port);
    }

    assertThat(seenBy(proxies, request).host()).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({
    "for=198.51.100.1;proto=https;host=shop.test, https, shop.test, 198.51.100.1",
    "'for=203.0.113.66;host=evil.test, for=198.51.100.1;proto=https', https, backend:8080, 198.51.100.1",
    "'for=198.51.100.1;proto=https;host=shop.test, for=10.0.0.2;proto=http;host=inner', https, shop.test, 198.51.100.1",
    "'for=198.51.100.1;proto=https, for=\"[2001:db8::7]:80\";host=shop.test', https, shop.test, 198.51.100.1",
    "for=_hidden;proto=https;host=shop.test, https, shop.test, 10.0.0.1",
    "'for=203.0.113.66;host=evil.test, for=unknown;proto=https', https, backend:8080, 10.0.0.1",
    "for=\"198.51.100.1:_port\";proto=https, https, backend:8080, 198.51.100.1",
    "for=\"[2001:db9::1]:4711\", http, backend:8080, 2001:db9:0:0:0:0:0:1",
    "'for=203.0.113.66;host=evil.test, oops, for=10.0.0.2;proto=https', https, backend:8080, 10.0.0.2",
    "'for=\"203.0.113.66, for=198.51.100.1;proto=https', https, backend:8080, 198.51.100.1",
    "'for=\"a\\\", for=198.51.100.1;proto=https', https, backend:8080, 198.51.100.1",
    "oops, http, backend:8080, 10.0.0.1"
  })
  void forwarded_isReadFromTheRight(String header, String scheme, String host, String address) {
    FakeRequest request = request("10.0.0.1").header("Forwarded", header);

    assertThat(seenBy(standard, request)).isEqualTo(new ClientView(scheme, host, address));
  }

  /** A proxy hands on what it does not know: that is then the client's. */
  @Test
  void headersOfTheOtherKind_countForNothing() {
    String lie = "for=203.0.113.66;proto=https;host=evil.test";
    String truth = "for=198.51.100.1;proto=http;host=shop.test";
    FakeRequest byLegacy = request("10.0.0.1").header("Forwarded", lie);
    FakeRequest byStandard = forwarded("10.0.0.1").header("Forwarded", truth);

    assertThat(seenBy(proxies, byLegacy))
        .isEqualTo(new ClientView("http", "backend:8080", "10.0.0.1"));
    assertThat(seenBy(standard, byStandard))
        .isEqualTo(new ClientView("http", "shop.test", "198.51.100.1"));
    assertThat(seenBy(proxies, forwarded("10.0.0.1").header("Forwarded", lie)).host())
        .isEqualTo("shop.test:8443");
  }

  /** A filter of the application may change what the request says later. */
  @Test
  void seen_once_staysAsItWas() {
    FakeRequest request = forwarded("10.0.0.1");
    ClientView first = seenBy(proxies, request);

    request.from("198.51.100.9", "shop.test");

    assertThat(seenBy(proxies, request)).isEqualTo(first);
  }

  /** A dispatch can have come from an application with a Cloakroom of its own. */
  @Test
  void seen_byAnotherApplication_countsForNothing() {
    FakeRequest request = forwarded("10.0.0.1");
    request.setAttribute("dev.cloakroom.client-view", "what another class loader has made");

    assertThat(TrustedProxies.addressOf(request)).isEqualTo("10.0.0.1");
    assertThat(seenBy(proxies, request).address()).isEqualTo("198.51.100.1");
  }

  @Test
  void seen_whereNobodyIsTrusted_leavesNothingWithTheRequest() {
    FakeRequest request = forwarded("10.0.0.1");

    seenBy(nobody, request);

    assertThat(request.getAttribute("dev.cloakroom.client-view")).isNull();
  }
}
