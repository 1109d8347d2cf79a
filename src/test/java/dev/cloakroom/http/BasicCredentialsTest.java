package dev.cloakroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service shows of itself (RFC 6749 §2.3.1, RFC 7617). */
@Tag("B7")
class BasicCredentialsTest {

  private static Optional<BasicCredentials> read(String... headers) {
    return BasicCredentials.of(Collections.enumeration(Arrays.asList(headers)));
  }

  private static String basic(String both) {
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
  }

  @Test
  void of_idAndSecret_areDecodedEach() {
    assertThat(read(basic("orders:secret"))).contains(new BasicCredentials("orders", "secret"));
    assertThat(read(basic("a+b:c%3Ad:e"))).contains(new BasicCredentials("a b", "c:d:e"));
    assertThat(read("bASIC  YTpi ")).contains(new BasicCredentials("a", "b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Basic", "Basic !", "Basic YWI", "Bearer YTpi", "BasicYTpi", "Basic YTolZzE="})
  void of_anythingElse_isNone(String header) {
    assertThat(read(header)).isEmpty();
  }

  @Test
  void of_noneOrSeveral_isNone() {
    assertThat(BasicCredentials.of(null)).isEmpty();
    assertThat(read()).isEmpty();
    assertThat(read(basic("a:b"), basic("a:b"))).isEmpty();
    assertThat(read(basic("a:" + "b".repeat(2000)))).isEmpty();
  }

  @Test
  @Tag("G5")
  void toString_showsNothing() {
    assertThat(new BasicCredentials("orders", "hush").toString()).doesNotContain("hush");
  }
}
