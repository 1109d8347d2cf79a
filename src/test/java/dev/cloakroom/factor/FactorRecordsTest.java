package dev.cloakroom.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.FactorStore;
import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.factor.FactorFixture.Enrolled;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.ManualClock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is kept, and what becomes of it in other hands. */
class FactorRecordsTest {
  private final MemoryFactors store = new MemoryFactors();
  private final ManualClock clock = ManualClock.atNoon();
  private final FactorFixture node = new FactorFixture(store, clock);
  private final Enrolled alice = node.enrolled("alice");

  private String kept(String name) {
    return Objects.requireNonNull(store.texts.get(name));
  }

  private void isUnknownOf(FactorFixture asked, String name) {
    String code = node.code(alice.app(), 0);
    assertThatThrownBy(() -> asked.codes.isEnrolled(name))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> asked.codes.proves(name, null, code))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> asked.recovery.proves(name, null, alice.recovery().codes().get(0)))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void kept_isShortAscii_andNothingOfTheSecretOrTheCodes() {
    node.totp.enroll("alice", "Shop");

    assertThat(kept("alice"))
        .matches("[A-Za-z0-9._-]{1,2000}")
        .doesNotContain(alice.app().secret())
        .doesNotContain(alice.recovery().codes().get(0).replace("-", ""));
  }

  @Test
  void kept_copiedToAnotherCaller_isWorthless_andThatCallerNotAsIfUnenrolled() {
    store.texts.put("mallory", kept("alice"));

    isUnknownOf(node, "mallory");
    assertThat(node.codes.proves("alice", null, node.code(alice.app(), 0))).isTrue();
  }

  /** An application's own database may take two names for one. */
  @Test
  void kept_foundByAnotherSpellingOfTheName_isOfTheSameCaller() {
    store.texts.put("ALICE", kept("alice"));

    assertThat(node.codes.isEnrolled("ALICE")).isTrue();
    assertThat(node.codes.proves("ALICE", null, node.code(alice.app(), 0))).isTrue();
    assertThat(node.recovery.proves("ALICE", null, alice.recovery().codes().get(0))).isTrue();
  }

  @Test
  void kept_changed_isUnknown_andTheLogSaysWhyWithoutIt() {
    String changed = kept("alice").substring(0, kept("alice").length() - 4) + "AAAA";
    store.texts.put("alice", changed);

    try (LogLines log = LogLines.of("dev.cloakroom.factor")) {
      isUnknownOf(node, "alice");
      assertThat(log.lines())
          .isNotEmpty()
          .allMatch(line -> line.contains("changed, or belongs to somebody else"))
          .noneMatch(line -> line.contains(changed));
    }
  }

  @Test
  void kept_whoseKeyIsGone_isUnknown_andTheLogSaysWhatToPutBack() {
    FactorFixture withAnotherKey = new FactorFixture(store, clock, KeyLoader.generate());

    try (LogLines log = LogLines.of("dev.cloakroom.factor")) {
      isUnknownOf(withAnotherKey, "alice");
      assertThat(log.lines()).anyMatch(line -> line.contains("cloakroom.keys.location"));
    }
    assertThat(node.totp.isEnrolled("alice")).isTrue();
  }

  @Test
  void record_writtenAndRead_isTheSame() {
    FactorRecord record =
        FactorRecord.parse(
            "AAAAAAAAAAAAAAAAAAAAAAAAAAA.59.AQAAAAAAAAAAAAAAAAAAAAAAAAA.1790000000."
                + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA."
                + "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA");

    assertThat(FactorRecord.parse(record.text())).isEqualTo(record);
    assertThat(FactorRecord.parse(FactorRecord.NOTHING.text())).isEqualTo(FactorRecord.NOTHING);
    assertThat(record.toString()).doesNotContain("AAAA");
    assertThatThrownBy(() -> FactorRecord.parse("a.b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A store that is written wrongly must not hold a thread for ever. */
  @Test
  void change_whereTheStoreNeverReplaces_givesUp() {
    FactorStore stubborn =
        new FactorStore() {
          @Override
          public @Nullable String find(String callerName) {
            return null;
          }

          @Override
          public boolean replace(
              String callerName, @Nullable String expected, @Nullable String next) {
            return false;
          }
        };

    assertThatThrownBy(() -> new FactorFixture(stubborn, clock).totp.enroll("alice", "Shop"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("could not be changed");
  }
}
