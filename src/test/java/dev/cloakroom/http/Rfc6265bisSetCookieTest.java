package dev.cloakroom.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.HttpCookie;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 4.1: what a server writes. */
class Rfc6265bisSetCookieTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  @Tag("C1")
  @Tag("C2")
  @Tag("C3")
  void headerValue_fullCookie_hasEveryAttributeOnce() {
    SetCookie cookie =
        SetCookie.of("__Host-sid", "id.secret")
            .path("/")
            .secure()
            .httpOnly()
            .sameSite(SameSite.STRICT)
            .sameSite(SameSite.LAX);

    assertThat(cookie.headerValue())
        .isEqualTo("__Host-sid=id.secret; Path=/; Secure; HttpOnly; SameSite=Lax");
  }

  @Test
  void maxAge_anyAge_writesMaxAgeBeforeExpires() {
    assertThat(SetCookie.of("sid", "v").maxAge(Duration.ofDays(14), NOW).headerValue())
        .isEqualTo("sid=v; Max-Age=1209600; Expires=Sun, 15 Mar 2026 10:00:00 GMT");
  }

  @Test
  void maxAge_setTwice_lastOneCounts() {
    SetCookie cookie = SetCookie.of("sid", "v").maxAge(Duration.ofDays(1), NOW);

    assertThat(cookie.maxAge(Duration.ofSeconds(5), NOW).headerValue())
        .isEqualTo("sid=v; Max-Age=5; Expires=Sun, 01 Mar 2026 10:00:05 GMT");
  }

  @Test
  void maxAge_longerThanBrowsersKeep_isCutTo400Days() {
    assertThat(SetCookie.of("sid", "v").maxAge(Duration.ofSeconds(Long.MAX_VALUE), NOW))
        .isEqualTo(SetCookie.of("sid", "v").maxAge(Duration.ofDays(400), NOW));
  }

  @Test
  void maxAge_negative_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SetCookie.of("sid", "v").maxAge(Duration.ofSeconds(-1), NOW));
  }

  /** With {@code Max-Age} alone it would send {@code sid="v";$Path="/"} back. */
  @Test
  void maxAge_readByJavasHttpCookie_isNotTakenForRfc2965() {
    String header = SetCookie.of("sid", "v").maxAge(Duration.ofDays(1), NOW).headerValue();

    HttpCookie read = HttpCookie.parse("Set-Cookie: " + header).get(0);

    assertThat(read.getVersion()).isZero();
    assertThat(read.getMaxAge()).isEqualTo(86400);
  }

  @Test
  void expired_anyName_endsAtTheEpoch() {
    assertThat(SetCookie.expired("sid").path("/").headerValue())
        .isEqualTo("sid=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/");
  }

  @Tag("C5")
  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "a=b", "a;b", "a,b", "\"a\"", "ä", "a\r\nSet-Cookie: x", "a\u0000"})
  void of_nameThatIsNoToken_isRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> SetCookie.of(name, "v"));
  }

  @Tag("C5")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "geheim b",
        "geheim;b",
        "geheim,b",
        "geheim\\",
        "geheim\"",
        "\"",
        "geheimä",
        "geheim\r\nX: y",
        "geheim\u007f"
      })
  void of_valueOutsideTheGrammar_isRefusedWithoutShowingIt(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SetCookie.of("sid", value))
        .withMessageContaining("sid")
        .withMessageNotContaining("geheim");
  }

  @Tag("C5")
  @ParameterizedTest
  @ValueSource(strings = {"", "v", "a.b-c_d~!#$%&'()*+/:<=>?@[]^`{|}", "\"quoted\"", "\"\""})
  void of_valueInsideTheGrammar_isWrittenUnchanged(String value) {
    assertThat(SetCookie.of("sid", value).headerValue()).isEqualTo("sid=" + value);
  }

  @Test
  @Tag("C4")
  void of_4096Bytes_isAccepted() {
    assertThatCode(() -> SetCookie.of("sid", "v".repeat(4093))).doesNotThrowAnyException();
  }

  @Test
  @Tag("C4")
  void of_4097Bytes_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SetCookie.of("sid", "v".repeat(4094)))
        .withMessageContaining("4097")
        .withMessageNotContaining("vv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "relative", "/a;b", "/a\r\nX: y", "/ä"})
  void path_notAPath_isRefused(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> SetCookie.of("sid", "v").path(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a;b", "a b", "a\nb"})
  void domain_notAHost_isRefused(String domain) {
    assertThatIllegalArgumentException().isThrownBy(() -> SetCookie.of("sid", "v").domain(domain));
  }

  @Test
  void domain_host_isWritten() {
    assertThat(SetCookie.of("sid", "v").domain("example.org").headerValue())
        .isEqualTo("sid=v; Domain=example.org");
  }

  @Test
  void path_over1024Bytes_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SetCookie.of("sid", "v").path("/" + "a".repeat(1024)));
  }

  @Test
  @Tag("C1")
  void headerValue_hostPrefixBroken_isRefused() {
    SetCookie cookie = SetCookie.of("__Host-sid", "v");

    assertRefused(cookie.path("/"), "Secure");
    assertRefused(cookie.secure(), "Path=/");
    assertRefused(cookie.secure().path("/app"), "Path=/");
    assertRefused(cookie.secure().path("/").domain("example.org"), "Domain");
    assertRefused(SetCookie.of("__HOST-sid", "v"), "Secure");
  }

  /** Layered Cookies, "__Http-" and "__Host-Http-": set by a server, not by a script. */
  @Test
  @Tag("C1")
  @Tag("C3")
  void headerValue_httpPrefixBroken_isRefused() {
    SetCookie ofHost = SetCookie.of("__Host-Http-sid", "v").path("/").secure();
    SetCookie shared = SetCookie.of("__Http-sid", "v").domain("example.org").secure();

    assertRefused(ofHost, "HttpOnly");
    assertRefused(ofHost.httpOnly().domain("example.org"), "Domain");
    assertRefused(ofHost.httpOnly().path("/app"), "Path=/");
    assertRefused(SetCookie.of("__host-http-sid", "v").path("/").httpOnly(), "Secure");
    assertRefused(shared, "HttpOnly");
    assertThat(ofHost.httpOnly().headerValue())
        .isEqualTo("__Host-Http-sid=v; Path=/; Secure; HttpOnly");
    assertThat(shared.httpOnly().headerValue()).startsWith("__Http-sid=v;");
  }

  @Test
  @Tag("C1")
  void headerValue_securePrefix_needsSecureOnly() {
    SetCookie cookie = SetCookie.of("__Secure-sid", "v").domain("example.org");

    assertRefused(cookie, "Secure");
    assertThat(cookie.secure().headerValue())
        .isEqualTo("__Secure-sid=v; Domain=example.org; Secure");
  }

  @Test
  @Tag("C2")
  void headerValue_sameSiteNone_needsSecure() {
    SetCookie cookie = SetCookie.of("sid", "v").sameSite(SameSite.NONE);

    assertRefused(cookie, "Secure");
    assertThat(cookie.secure().headerValue()).isEqualTo("sid=v; SameSite=None; Secure");
  }

  @Test
  @Tag("G5")
  void toString_anyCookie_masksTheValue() {
    assertThat(SetCookie.of("sid", "geheim").path("/")).hasToString("sid=***; Path=/");
  }

  private static void assertRefused(SetCookie cookie, String reason) {
    assertThatIllegalStateException()
        .isThrownBy(cookie::headerValue)
        .withMessageContaining(cookie.name())
        .withMessageContaining(reason);
  }
}
