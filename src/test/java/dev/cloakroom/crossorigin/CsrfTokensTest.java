package dev.cloakroom.crossorigin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.RandomIds;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X4")
class CsrfTokensTest {
  private static final CsrfHolder LOGIN = CsrfHolder.login("AAAAAAAAAAAAAAAAAAAAAA");
  private static final CsrfHolder VISITOR = CsrfHolder.visitor("AAAAAAAAAAAAAAAAAAAAAA");

  private final KeyRing keys = KeyLoader.generate();
  private final CsrfTokens tokens = of(keys, "csrf");

  private static CsrfTokens of(KeyRing keys, String purpose) {
    return new CsrfTokens(keys.deriveMacKey(purpose), new RandomIds());
  }

  @Test
  void token_isOfItsHolderAlone() {
    String token = tokens.of(LOGIN);

    assertThat(tokens.isOf(token, LOGIN)).isTrue();
    assertThat(tokens.isOf(token, VISITOR)).isFalse();
    assertThat(tokens.isOf(token, CsrfHolder.login("BAAAAAAAAAAAAAAAAAAAAA"))).isFalse();
    assertThat(tokens.isOf(tokens.of(VISITOR), VISITOR)).isTrue();
  }

  @Test
  void token_isOfItsKeyAlone_andOfEachNodeThatHasIt() {
    String token = tokens.of(LOGIN);

    assertThat(of(keys, "csrf").isOf(token, LOGIN)).isTrue();
    assertThat(of(keys, "device").isOf(token, LOGIN)).isFalse();
    assertThat(of(KeyLoader.generate(), "csrf").isOf(token, LOGIN)).isFalse();
  }

  /** Two answers with a token have nothing in common that their lengths could tell. */
  @Test
  void tokens_ofOneHolder_shareNoPart() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      String token = tokens.of(LOGIN);
      assertThat(seen.add(token.substring(0, 8))).isTrue();
      assertThat(seen.add(token.substring(78))).isTrue();
    }
  }

  @Test
  void token_withOneBitChanged_isNone() {
    byte[] token = Base64Url.decode(tokens.of(LOGIN)).orElseThrow();
    for (int i = 0; i < token.length; i++) {
      token[i] ^= 1;
      assertThat(tokens.isOf(Base64Url.encode(token), LOGIN)).as("byte %d", i).isFalse();
      token[i] ^= 1;
    }
    assertThat(tokens.isOf(Base64Url.encode(token), LOGIN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", " ", "=", "%", "\u0000"})
  void text_thatIsNoToken_isNone(String text) {
    assertThat(tokens.isOf(text, LOGIN)).isFalse();
    assertThat(tokens.isOf("/".repeat(86), LOGIN)).isFalse();
    assertThat(tokens.isOf("a".repeat(10_000), LOGIN)).isFalse();
    assertThat(tokens.isOf(tokens.of(LOGIN) + "=", LOGIN)).isFalse();
    assertThat(tokens.isOf(" " + tokens.of(LOGIN), LOGIN)).isFalse();
  }

  @Test
  void visitors_areDifferent_andDoNotShowTheirIds() {
    CsrfHolder visitor = tokens.newVisitor();

    assertThat(visitor.id()).hasSize(22).isNotEqualTo(tokens.newVisitor().id());
    assertThat(visitor).hasToString("CsrfHolder[VISITOR]");
  }
}
