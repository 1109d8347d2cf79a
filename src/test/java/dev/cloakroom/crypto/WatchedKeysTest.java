package dev.cloakroom.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.config.KeySettings;
import dev.cloakroom.config.OwnAlgorithm;
import dev.cloakroom.testing.LogLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of keys that change while the application runs. */
@Tag("G1")
class WatchedKeysTest {
  private final LogLines log = LogLines.of("dev.cloakroom");
  private final SigningKey old = SigningKey.generate(OwnAlgorithm.ES256);
  private final SigningKey next = SigningKey.generate(OwnAlgorithm.ED25519);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @AfterEach
  void close() {
    log.close();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private WatchedKeys watched(String location) {
    return new WatchedKeys(
        new KeyLoader(WatchedKeysTest.class.getClassLoader()), KeySettings.of(location, null));
  }

  private WatchedKeys watchedDirectory() throws IOException {
    write("2-old.jwk", old.jwk());
    return watched(directory.toString());
  }

  private long warnings() {
    return log.lines().stream().filter(line -> line.contains("stay in use")).count();
  }

  @Test
  void upkeep_nothingChanged_isTheSameRing() throws IOException {
    WatchedKeys keys = watchedDirectory();
    KeyRing before = keys.now();
    Files.setLastModifiedTime(
        directory.resolve("2-old.jwk"), FileTime.from(Instant.EPOCH)); // as if it were copied anew
    keys.upkeep();

    assertThat(keys.now()).isSameAs(before);
  }

  @Test
  void upkeep_anotherKeyIsFirst_thatSigns_andTheOldOneVerifies_untilItIsGone() throws IOException {
    WatchedKeys keys = watchedDirectory();
    write("1-new.jwk", next.jwk());
    assertThat(keys.now().kids()).containsExactly(old.kid());
    keys.upkeep();
    assertThat(keys.now().signingKey().kid()).isEqualTo(next.kid());
    assertThat(keys.now().kids()).containsExactly(next.kid(), old.kid());
    assertThat(keys.now().jwksJson()).contains(next.kid(), old.kid());

    Files.delete(directory.resolve("2-old.jwk"));
    keys.upkeep();
    keys.upkeep();
    assertThat(keys.now().kids()).containsExactly(next.kid());
  }

  /** A directory that is copied anew, file by file. */
  @Test
  void upkeep_aFileIsMissingInOneLook_isNotDropped_untilTheNextLookFindsTheSame()
      throws IOException {
    write("1-new.jwk", next.jwk());
    WatchedKeys keys = watchedDirectory();
    Files.delete(directory.resolve("1-new.jwk"));
    keys.upkeep();
    assertThat(keys.now().kids()).hasSize(2);
    write("1-new.jwk", next.jwk());
    keys.upkeep();
    Files.delete(directory.resolve("1-new.jwk"));
    keys.upkeep();
    assertThat(keys.now().kids()).hasSize(2);
    keys.upkeep();
    assertThat(keys.now().kids()).containsExactly(old.kid());
  }

  @Test
  void upkeep_aFileThatCannotBeUsed_changesNothing_andIsWarnedOfOnce() throws IOException {
    WatchedKeys keys = watchedDirectory();
    write("1-new.jwk", next.jwk().substring(0, 60));
    keys.upkeep();
    keys.upkeep();

    assertThat(keys.now().kids()).containsExactly(old.kid());
    assertThat(warnings()).isOne();
    assertThat(log.lines()).noneMatch(line -> line.contains(next.jwk().substring(10, 60)));
    write("1-new.jwk", next.jwk());
    keys.upkeep();
    assertThat(keys.now().signingKey().kid()).isEqualTo(next.kid());
  }

  @Test
  void upkeep_filesThatAreGone_changeNothing_untilTheyAreBack() throws IOException {
    WatchedKeys keys = watchedDirectory();
    Files.delete(directory.resolve("2-old.jwk"));
    keys.upkeep();
    assertThat(keys.now().kids()).containsExactly(old.kid());
    write("1-new.jwk", next.jwk());
    keys.upkeep();
    keys.upkeep();

    assertThat(keys.now().kids()).containsExactly(next.kid());
    assertThat(warnings()).isOne();
  }

  @Test
  void upkeep_oneFileIsReplacedByARename_isNoticed() throws IOException {
    write("key.jwk", old.jwk());
    WatchedKeys keys = watched(directory.resolve("key.jwk").toString());
    write("key.jwk.new", next.jwk());
    Files.move(
        directory.resolve("key.jwk.new"),
        directory.resolve("key.jwk"),
        StandardCopyOption.ATOMIC_MOVE);
    keys.upkeep();
    keys.upkeep();

    assertThat(keys.now().signingKey().kid()).isEqualTo(next.kid());
    assertThat(keys.upkeepEvery()).isPresent();
  }

  @Test
  void keysThatAreNotInFiles_areNotWatched_andStayTheSame() {
    WatchedKeys made = new WatchedKeys(new KeyLoader(getClass().getClassLoader()), noKeys());
    KeyRing before = made.now();
    made.upkeep();

    assertThat(made.now()).isSameAs(before);
    assertThat(made.upkeepEvery()).isEmpty();
    assertThat(watched("classpath:dev/cloakroom/crypto/pkcs8.pem").upkeepEvery()).isEmpty();
  }

  private static KeySettings noKeys() {
    return KeySettings.of(null, null);
  }

  @Test
  void start_withAFileThatCannotBeUsed_isRefused() throws IOException {
    write("1-new.jwk", "{}");

    assertThatThrownBy(this::watchedDirectory).isInstanceOf(UnusableKeyException.class);
  }
}
