package dev.cloakroom.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.config.OwnAlgorithm;
import dev.cloakroom.testing.ChangingKeys;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is derived from keys, while they change under it. */
@Tag("G1")
class FollowingKeysTest {
  private static final byte[] MESSAGE = "message".getBytes(US_ASCII);
  private static final byte[] OWNER = "alice".getBytes(US_ASCII);

  private final SigningKey old = SigningKey.generate(OwnAlgorithm.ES256);
  private final SigningKey next = SigningKey.generate(OwnAlgorithm.ED25519);
  private final KeyRing before = ringOf(old);
  private final ChangingKeys keys = new ChangingKeys(before);

  private static KeyRing ringOf(SigningKey... keys) {
    List<SigningKey> all = List.of(keys);
    return new KeyRing(
        all,
        all.stream().map(SigningKey::verificationKey).toList(),
        all.stream().map(SigningKey::secret).toList());
  }

  @Test
  void macKey_followsTheKeys_andProvesWhatThoseOfBeforeMade_forAsLongAsTheyAreThere() {
    MacKey following = keys.deriveMacKey("refresh");
    byte[] early = following.mac(MESSAGE);
    byte[] earlyMark = following.mac(16, MESSAGE);
    keys.change(ringOf(next, old));
    byte[] late = following.mac(MESSAGE);

    assertThat(late)
        .isNotEqualTo(early)
        .isEqualTo(ringOf(next).deriveMacKey("refresh").mac(MESSAGE));
    assertThat(following.verify(early, MESSAGE)).isTrue();
    assertThat(following.verifyShort(earlyMark, MESSAGE)).isTrue();
    assertThat(following.verify(late, MESSAGE)).isTrue();
    keys.change(ringOf(next));
    assertThat(following.verify(early, MESSAGE)).isFalse();
    assertThat(following.verifyShort(earlyMark, MESSAGE)).isFalse();
    assertThat(following.verify(late, MESSAGE)).isTrue();
  }

  @Test
  void sealing_followsTheKeys_andOpensWhatThoseOfBeforeSealed_forAsLongAsTheyAreThere()
      throws Exception {
    Sealing following = keys.deriveSealing("second factors");
    String early = following.seal(MESSAGE, OWNER);
    keys.change(ringOf(next, old));

    assertThat(following.open(early, OWNER)).isEqualTo(MESSAGE);
    String late = following.seal(MESSAGE, OWNER);
    keys.change(ringOf(next));
    assertThat(following.open(late, OWNER)).isEqualTo(MESSAGE);
    assertThatThrownBy(() -> following.open(early, OWNER))
        .isInstanceOf(UnopenedSealException.class);
  }

  @Test
  void following_isMadeOncePerRing() {
    AtomicInteger made = new AtomicInteger();
    Supplier<Integer> following = keys.following(ring -> made.incrementAndGet());

    assertThat(following.get()).isOne();
    assertThat(following.get()).isOne();
    keys.change(ringOf(next));
    assertThat(following.get()).isEqualTo(2);
    assertThat(following.get()).isEqualTo(2);
  }
}
