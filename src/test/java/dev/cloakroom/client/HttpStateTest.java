package dev.cloakroom.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of the IETF's HTTP State working group. They were written for RFC 6265; where RFC
 * 6265bis decides otherwise, {@link #WITHOUT_NAME} and {@link #OTHERS} say what is sent and why.
 */
class HttpStateTest {
  private static final Instant NOW = Instant.parse("2012-01-01T00:00:00Z");
  private static final URI FROM = URI.create("http://home.example.org:8888/cookie-parser");
  private static final URI TO = URI.create("http://home.example.org:8888/cookie-parser-result");

  /** A pair without a name is a cookie without one (§5.6, step 3), which RFC 6265 dropped. */
  private static final Map<String, String> WITHOUT_NAME =
      Map.ofEntries(
          Map.entry("0004", "foo"),
          Map.entry("0021", "a=b; x; c=d"),
          Map.entry("0023", "foo"),
          Map.entry("0024", "foo"),
          Map.entry("0025", "foo"),
          Map.entry("0026", "foo"),
          Map.entry("0027", "bar"),
          Map.entry("0028", "foo"),
          Map.entry("CHROMIUM0009", "BLAHHH"),
          Map.entry("CHROMIUM0010", "\"BLA\\\"HHH\""),
          Map.entry("CHROMIUM0012", "ABC"),
          Map.entry("MOZILLA0012", "test=\"fubar! = foo; five"),
          Map.entry("MOZILLA0014", "six"),
          Map.entry("MOZILLA0015", "seven"),
          Map.entry("MOZILLA0016", "eight"),
          Map.entry("MOZILLA0017", "eight; test=six"),
          Map.entry("NAME0017", "a=bar"),
          Map.entry("NAME0023", "foo"),
          Map.entry("NAME0025", "==a=bar"),
          Map.entry("NAME0028", "a"),
          Map.entry("NAME0031", "\"foo"),
          Map.entry("NAME0032", "\"foo\\\"bar"),
          Map.entry("NAME0033", "aaa"));

  private static final Map<String, String> OTHERS =
      Map.of(
          // a text with a control character is no cookie (§5.6, step 1); it was cut off there
          "DISABLED_CHROMIUM0022",
          "",
          "DISABLED_CHROMIUM0023",
          "",
          // paths are compared as they are written (§5.1.4); its authors have disabled it, too
          "DISABLED_PATH0029",
          "",
          // a Domain that is empty, and the last one, is none (§5.7); it was passed over
          "OPTIONAL_DOMAIN0042",
          "foo=bar");

  /** One of the cases. */
  record Case(String name, List<String> received, URI sentTo, String sent) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Map<String, Object> file() throws IOException {
    try (InputStream in = HttpStateTest.class.getResourceAsStream("http-state.json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      return Json.read(text).orElseThrow();
    }
  }

  @SuppressWarnings("unchecked")
  static List<Case> cases() throws IOException {
    return ((List<Map<String, Object>>) Objects.requireNonNull(file().get("cases")))
        .stream().map(HttpStateTest::read).toList();
  }

  @SuppressWarnings("unchecked")
  private static Case read(Map<String, Object> json) {
    String to = Json.text(json, "sentTo");
    List<String> pairs = new ArrayList<>();
    for (List<String> pair : (List<List<String>>) Objects.requireNonNull(json.get("sent"))) {
      pairs.add(pair.get(0) + "=" + pair.get(1));
    }
    return new Case(
        Objects.requireNonNull(Json.text(json, "test")),
        (List<String>) Objects.requireNonNull(json.get("received")),
        to == null ? TO : TO.resolve(to),
        String.join("; ", pairs));
  }

  private static String sentBack(Case one) {
    CookieJar jar =
        new CookieJar(
            PublicSuffixes.SINGLE_LABELS,
            SecureConnections.HTTPS_AND_LOCALHOST,
            Clock.fixed(NOW, ZoneOffset.UTC));
    jar.store(FROM, one.received());
    return jar.header(one.sentTo()).orElse("");
  }

  @Test
  void cases_are222() throws IOException {
    assertThat(cases()).hasSize(222);
  }

  @Test
  void differences_areThoseThatAreExplained() throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (Case one : cases()) {
      if (!sentBack(one).equals(one.sent())) {
        found.put(one.name(), sentBack(one));
      }
    }

    Map<String, String> explained = new TreeMap<>(WITHOUT_NAME);
    explained.putAll(OTHERS);
    assertThat(found).isEqualTo(explained);
  }

  @SuppressWarnings("unchecked")
  static List<List<String>> dates() throws IOException {
    return (List<List<String>>) Objects.requireNonNull(file().get("dates"));
  }

  @ParameterizedTest
  @MethodSource("dates")
  void date_ofACase_isReadAsItsAuthorsDo(List<String> date) {
    DateTimeFormatter written =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    assertThat(CookieDate.parse(date.get(0)).map(written::format).orElse(null))
        .isEqualTo(date.get(1));
  }
}
