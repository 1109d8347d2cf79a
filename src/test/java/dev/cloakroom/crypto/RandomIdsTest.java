package dev.cloakroom.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RandomIdsTest {
  private final RandomIds random = new RandomIds();

  @Test
  @Tag("S2")
  void sessionId_has128BitsInBase64url() {
    assertThat(Base64Url.decode(random.sessionId()).orElseThrow()).hasSize(16);
    assertThat(random.sessionId()).hasSize(22);
  }

  @Test
  @Tag("B6")
  void secret_has256BitsInBase64url() {
    assertThat(Base64Url.decode(random.secret().text()).orElseThrow()).hasSize(32);
    assertThat(random.secret().text()).hasSize(43);
  }

  /** A UUID has six fixed bits; here every bit must be seen as 0 and as 1. */
  @Test
  @Tag("S2")
  void sessionId_everyBit_varies() {
    int[] ones = new int[128];
    List<byte[]> ids =
        Stream.generate(() -> Base64Url.decode(random.sessionId()).orElseThrow())
            .limit(400)
            .toList();
    for (byte[] id : ids) {
      for (int bit = 0; bit < ones.length; bit++) {
        ones[bit] += (id[bit / 8] >> (bit % 8)) & 1;
      }
    }
    assertThat(Arrays.stream(ones).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(100, 300));
  }

  @Test
  @Tag("S2")
  void ids_manyOfThem_areAllDifferent() {
    assertThat(Stream.generate(random::sessionId).limit(10_000)).doesNotHaveDuplicates();
    assertThat(Stream.generate(random::tokenId).limit(10_000)).doesNotHaveDuplicates();
  }

  @Test
  void salt_ofALength_hasThatLength() {
    assertThat(random.salt(16)).hasSize(16).isNotEqualTo(random.salt(16));
  }

  @Test
  void salt_ofNoLength_isRefused() {
    assertThatThrownBy(() -> random.salt(0)).hasMessage("A salt has at least 1 byte, not 0.");
  }

  @Test
  @Tag("G5")
  void secret_printed_isMasked() {
    Secret secret = random.secret();
    assertThat(secret.toString()).isEqualTo("Secret[***]").doesNotContain(secret.text());
  }

  @Test
  void secret_equals_comparesTheText() {
    assertThat(new Secret("a")).isEqualTo(new Secret("a")).hasSameHashCodeAs(new Secret("a"));
    assertThat(new Secret("a")).isNotEqualTo(new Secret("b"));
  }
}
