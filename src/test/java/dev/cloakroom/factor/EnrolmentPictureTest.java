package dev.cloakroom.factor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import dev.cloakroom.TotpEnrolment;
import dev.cloakroom.testing.ManualClock;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What an app is given: the address, and the picture of it as another library reads that. */
class EnrolmentPictureTest {
  private static final int QUIET_ZONE = 4;
  private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

  private final FactorFixture node = new FactorFixture(new MemoryFactors(), ManualClock.atNoon());

  @Test
  void uri_namesIssuerAccountAndSecret() {
    TotpEnrolment shown = node.totp.enroll("alice", "Shop");

    assertThat(shown.uri())
        .isEqualTo(
            "otpauth://totp/Shop:alice?secret="
                + shown.secret()
                + "&issuer=Shop&algorithm=SHA1&digits=6&period=30");
  }

  @ParameterizedTest
  @CsvSource({
    "Big Shop, alice@example.org, Big%20Shop:alice%40example.org",
    "A&B=C, a/b?c#d, A%26B%3DC:a%2Fb%3Fc%23d",
    "Zoë, +*~-._, Zo%C3%AB:%2B%2A~-._",
    "Shop, partner:carol, Shop:partner%3Acarol",
    "Shop, 😀%, Shop:%F0%9F%98%80%25"
  })
  void uri_isPercentEncoded(String issuer, String account, String label) {
    TotpEnrolment shown = node.totp.enroll("alice", issuer, account);

    assertThat(shown.uri()).startsWith("otpauth://totp/" + label + "?secret=");
    assertThat(URI.create(shown.uri()).getPath()).isEqualTo("/" + issuer + ":" + account);
  }

  @ParameterizedTest
  @CsvSource({"'', alice", "' ', alice", "Shop:1, alice", "Shop, ''", "Shop, \ud800"})
  void enroll_withTextsThatNoAppTakes_isRefused(String issuer, String account) {
    assertThatThrownBy(() -> node.totp.enroll("alice", issuer, account))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(node.totp.remove("alice")).isFalse();
  }

  @Test
  void enroll_withTextsThatAreTooLong_isRefusedWithWhatToDo() {
    assertThatThrownBy(() -> node.totp.enroll("alice", "s".repeat(65)))
        .hasMessageContaining("1 to 64");
    assertThatThrownBy(() -> node.totp.enroll("alice", "Shop", "a".repeat(256)))
        .hasMessageContaining("1 to 255");
    assertThatThrownBy(() -> node.totp.enroll("é".repeat(255), "Shop"))
        .hasMessageContaining("Give a shorter account");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "zoë@example.org", "<script>alert(1)</script>"})
  void qrCode_readByAnotherLibrary_isTheUri(String account) throws Exception {
    TotpEnrolment shown = node.totp.enroll("alice", "Shop", account);

    assertThat(read(shown.qrCode())).isEqualTo(shown.uri());
  }

  @Test
  void qrCode_ofTheLongestTexts_canBeRead() throws Exception {
    TotpEnrolment shown = node.totp.enroll("alice", "s".repeat(64), "a".repeat(255));

    assertThat(read(shown.qrCode())).isEqualTo(shown.uri());
  }

  @Test
  void qrCode_isAnImageWithATitle_andHoldsNothingThatAPolicyForbids() throws Exception {
    TotpEnrolment shown = node.totp.enroll("alice", "Shop", "<script>alert(1)</script>");
    Element svg = parsed(shown.qrCode());

    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getFirstChild().getNodeName()).isEqualTo("title");
    assertThat(svg.getFirstChild().getTextContent()).isEqualTo("QR code for an authenticator app");
    assertThat(shown.qrCode()).doesNotContain("style", "script", "href", "alice");
  }

  private static Element parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)))
        .getDocumentElement();
  }

  private static String read(String svg) throws Exception {
    Element picture = parsed(svg);
    int size = Integer.parseInt(picture.getAttribute("viewBox").split(" ", -1)[2]);
    BitMatrix modules = new BitMatrix(size - 2 * QUIET_ZONE);
    MODULE
        .matcher(((Element) picture.getElementsByTagName("path").item(0)).getAttribute("d"))
        .results()
        .forEach(
            module ->
                modules.set(
                    Integer.parseInt(module.group(1)) - QUIET_ZONE,
                    Integer.parseInt(module.group(2)) - QUIET_ZONE));
    return new Decoder().decode(modules).getText();
  }
}
