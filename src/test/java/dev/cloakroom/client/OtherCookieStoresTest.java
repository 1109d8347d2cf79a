package dev.cloakroom.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What other cookie stores send, and why ours differs: npm's tough-cookie, as recorded, and the
 * JDK's {@link CookieManager}, which is asked here. Sections are those of RFC 6265bis.
 */
class OtherCookieStoresTest {

  private static final Map<String, String> TOUGH_COOKIE =
      explained(
          """
          public suffix co.uk         | it brings the public list along; ours is told (0065)
          address as domain           | it keeps none with an address; §5.7 keeps that of its host
          secure from http            | §5.7: Secure from a connection that is not is passed over
          insecure over a secure one  | §5.7: secure cookies are left alone
          __host- in small letters    | §5.7: prefixes count in any case
          without a name              | §5.6: a cookie without a name
          empty name                  | §5.6: the same
          same-site none, not secure  | §5.7: SameSite=None needs Secure
          tab in the value            | §5.6: a tab is no such control character
          """);

  private static final Map<String, String> JDK =
      explained(
          """
          host only                        | its host-only cookies are sent to hosts below
          domain                           | a domain without a dot before it is one host to it
          domain in capitals               | the same
          domain of two levels above       | RFC 2965: one level only
          domain that is a part of a label | compares ends of texts, not labels
          empty domain                     | passed over with the attribute
          public suffix co.uk              | one level only; ours is told (0065)
          localhost as domain              | it wants a dot in it
          path that is a beginning of a word | compares beginnings of texts
          path without a slash             | §5.1.4: such a path is the default one
          path twice                       | §5.7: the last attribute counts
          replaced                         | §5.8: a cookie that is replaced keeps its place
          max-age                          | takes it for one of RFC 2965: quotes and $Path
          max-age below zero               | the same, and it lives on
          max-age that is no number        | §5.6: passed over, and the cookie kept
          version attribute                | as max-age
          expires in another form          | §5.1.1: dates in many forms
          expires that is no date          | §5.6: passed over, and the cookie kept
          secure from http                 | §5.7: Secure from a connection that is not
          secure of localhost              | this machine is trusted, as by browsers
          secure of 127.0.0.1              | the same
          insecure over a secure one       | §5.7: secure cookies are left alone
          __Host- with a domain            | knows no prefixes
          __Host- with a path              | the same
          __Host- not secure               | the same
          __Secure- not secure             | the same
          __host- in small letters         | the same
          without a name                   | refuses it
          empty name                       | the same
          quoted value                     | §5.6: quotes are part of the value
          dollar in the name               | RFC 2965 reserves it
          same-site none, not secure       | knows no SameSite
          control character                | §5.6: no cookie
          """);

  private static List<Case> cases;

  /** A case, and what tough-cookie sends. */
  record Case(String name, List<Received> received, URI sentTo, String tough) {}

  /** A header and who has sent it. */
  record Received(URI from, String header) {}

  private static Map<String, String> explained(String table) {
    return table
        .lines()
        .map(line -> line.split(" *\\| *", 2))
        .collect(Collectors.toMap(row -> row[0], row -> row[1]));
  }

  @BeforeAll
  static void read() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            OtherCookieStoresTest.class.getResourceAsStream("other-stores.json"))) {
      Map<String, Object> json = Json.read(new String(file.readAllBytes(), UTF_8)).orElseThrow();
      cases = list(json, "cases").stream().map(OtherCookieStoresTest::one).toList();
    }
  }

  private static Case one(Object json) {
    Map<String, Object> one = Json.object(Map.of("it", json), "it");
    List<Received> received = new ArrayList<>();
    for (Object each : list(one, "received")) {
      Map<String, Object> header = Json.object(Map.of("it", each), "it");
      received.add(new Received(URI.create(text(header, "from")), text(header, "header")));
    }
    return new Case(
        text(one, "test"), received, URI.create(text(one, "sentTo")), text(one, "tough"));
  }

  private static List<?> list(Map<String, Object> json, String name) {
    return (List<?>) Objects.requireNonNull(json.get(name), name);
  }

  private static String text(Map<String, Object> json, String name) {
    return Objects.requireNonNull(Json.text(json, name), name);
  }

  private static String ours(Case one) {
    CookieJar jar = new CookieJar();
    one.received().forEach(each -> jar.store(each.from(), List.of(each.header())));
    return jar.header(one.sentTo()).orElse("");
  }

  private static String jdks(Case one) {
    CookieManager jdk = new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);
    try {
      for (Received each : one.received()) {
        jdk.put(each.from(), Map.of("Set-Cookie", List.of(each.header())));
      }
      Map<String, List<String>> sent = jdk.get(one.sentTo(), Map.of());
      return String.join("; ", sent.getOrDefault("Cookie", List.of()));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void differences_toToughCookie_areExplained() {
    assertThat(cases).hasSizeGreaterThan(60);
    Set<String> different =
        cases.stream()
            .filter(one -> !ours(one).equals(one.tough()))
            .map(Case::name)
            .collect(Collectors.toSet());

    assertThat(different).isEqualTo(TOUGH_COOKIE.keySet());
  }

  /** Another JDK may have fewer of them. */
  @Test
  void differences_toTheJdk_areExplained() {
    Set<String> different =
        cases.stream()
            .filter(one -> !ours(one).equals(jdks(one)))
            .map(Case::name)
            .collect(Collectors.toSet());

    assertThat(different).isSubsetOf(JDK.keySet()).hasSizeGreaterThan(20);
  }
}
