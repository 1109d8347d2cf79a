package dev.cloakroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A text is replaced only if it is the expected one: each code is good once by that. */
class DemoFactorsTest {
  private final DemoFactors factors = new DemoFactors();

  @Test
  void replace_expected_replaces() {
    assertThat(factors.replace("alice", null, "first")).isTrue();
    assertThat(factors.find("alice")).isEqualTo("first");
    assertThat(factors.replace("alice", "first", "second")).isTrue();
    assertThat(factors.find("alice")).isEqualTo("second");
    assertThat(factors.replace("alice", "second", null)).isTrue();
    assertThat(factors.find("alice")).isNull();
    assertThat(factors.replace("alice", null, null)).isTrue();
  }

  @Test
  void replace_notExpected_leavesWhatIsThere() {
    assertThat(factors.replace("alice", "first", "second")).isFalse();
    assertThat(factors.replace("alice", "first", null)).isFalse();
    assertThat(factors.find("alice")).isNull();
    factors.replace("alice", null, "first");

    assertThat(factors.replace("alice", null, "second")).isFalse();
    assertThat(factors.replace("alice", null, null)).isFalse();
    assertThat(factors.replace("alice", "other", "second")).isFalse();
    assertThat(factors.replace("alice", "other", null)).isFalse();
    assertThat(factors.find("alice")).isEqualTo("first");
    assertThat(factors.find("bob")).isNull();
  }
}
