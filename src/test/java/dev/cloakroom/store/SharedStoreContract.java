package dev.cloakroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.EndReason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store outside of this process promises besides. */
public abstract class SharedStoreContract extends SessionStoreContract {

  private SessionRecord login(String callerName) {
    return Records.login(callerName, clock.instant());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ali\0ce", "\0", "alice\uD83D", "\uDC69"})
  @Tag("P11")
  void create_nameThatIsNotStorable_isRefusedAndIsNobodyElses(String name) {
    if (name.indexOf('\0') < 0) {
      assertThat(store.create(login(name.replaceAll("\\p{Cs}", "?")))).isTrue();
    }
    assertThat(store.canKeep(name)).isFalse();
    assertThat(store.create(login(name))).isFalse();
    assertThat(store.findByCaller(name)).isEmpty();
    assertThat(store.endByCaller(name, new End(EndReason.LOGGED_OUT, clock.instant()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D\uDC69", "\u4e16", "x"})
  void create_longestName_isKeptAndALongerOneRefused(String part) {
    String longest = part.repeat(255 / part.length());
    SessionRecord kept = login(longest);

    assertThat(store.canKeep(longest)).isTrue();
    assertThat(store.create(kept)).isTrue();
    assertThat(store.findByCaller(longest)).containsExactly(kept);
    assertThat(store.canKeep(longest + part)).isFalse();
    assertThat(store.create(login(longest + part))).isFalse();
  }

  @Test
  void create_oddName_isKept() {
    assertThat(store.create(login("\u0001"))).isTrue();
  }
}
