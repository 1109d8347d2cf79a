package dev.cloakroom.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.testing.ChangingKeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A pepper by keys that change under it. */
@Tag("G1")
class FollowingPepperTest {
  private static final byte[] PASSWORD = "correct horse".getBytes(UTF_8);

  private final ChangingKeys keys = new ChangingKeys(KeyLoader.generate());
  private final Pepper pepper =
      Pepper.following(keys.following(ring -> Pepper.of(ring.deriveMacKeys("password pepper"))));

  @Test
  void into_afterAChange_isByTheKeyThatTheHashNames_whileThatIsThere() throws Exception {
    String name = pepper.first();
    byte[] before = pepper.into(PASSWORD, name);
    KeyRing next = KeyLoader.generate();
    keys.change(next);

    assertThat(pepper.first()).isNotEqualTo(name);
    assertThat(pepper.into(PASSWORD, pepper.first())).isNotEqualTo(before);
    assertThatThrownBy(() -> pepper.into(PASSWORD, name)).isInstanceOf(UnusableHashException.class);
    assertThat(pepper.into(PASSWORD, null)).isSameAs(PASSWORD);
  }
}
