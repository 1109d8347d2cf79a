package dev.cloakroom.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MacKeyTest {
  private static final byte[] BYTES = new byte[32];
  private final MacKey key = new MacKey(BYTES);

  @Test
  @Tag("J18")
  void constructor_fewerThan256Bits_isRefused() {
    assertThatThrownBy(() -> new MacKey(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("256 bits")
        .hasMessageContaining("248");
  }

  @Test
  @Tag("J18")
  void constructor_256Bits_isAccepted() {
    assertThat(new MacKey(new byte[32]).mac(bytes("x"))).hasSize(32);
  }

  @Test
  void mac_isHmacSha256OverLengthAndPart() throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(BYTES, "HmacSHA256"));
    byte[] expected =
        mac.doFinal(
            ByteBuffer.allocate(11).putInt(2).put(bytes("ab")).putInt(1).put(bytes("c")).array());

    assertThat(key.mac(bytes("ab"), bytes("c"))).isEqualTo(expected);
  }

  @Test
  void mac_samePartsCutElsewhere_differs() {
    assertThat(key.mac(bytes("ab"), bytes("c"))).isNotEqualTo(key.mac(bytes("a"), bytes("bc")));
    assertThat(key.mac(bytes("abc"))).isNotEqualTo(key.mac(bytes("abc"), bytes("")));
  }

  @Test
  void verify_theTagOfTheseParts_isTrue() {
    assertThat(key.verify(key.mac(bytes("a"), bytes("b")), bytes("a"), bytes("b"))).isTrue();
  }

  @Test
  void verify_anyOtherTag_isFalse() {
    byte[] tag = key.mac(bytes("a"));
    for (int i = 0; i < tag.length; i++) {
      byte[] changed = tag.clone();
      changed[i] ^= 1;
      assertThat(key.verify(changed, bytes("a"))).isFalse();
    }
    assertThat(key.verify(Arrays.copyOf(tag, 31), bytes("a"))).isFalse();
    assertThat(key.verify(new byte[0], bytes("a"))).isFalse();
    assertThat(key.verify(tag, bytes("b"))).isFalse();
  }

  @Test
  @Tag("G5")
  void toString_isMasked() {
    assertThat(key).hasToString("MacKey[***]");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
