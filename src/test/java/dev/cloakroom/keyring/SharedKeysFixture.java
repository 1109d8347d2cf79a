package dev.cloakroom.keyring;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cloakroom.config.KeySecret;
import dev.cloakroom.config.KeySettings;
import dev.cloakroom.config.OwnAlgorithm;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.WatchedKeys;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.testing.BreakableStore;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.testing.ManualClock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Nodes with one store, which make and replace their keys together. */
abstract class SharedKeysFixture {
  static final Duration DAY = Duration.ofDays(1);
  static final Duration LEAD = Duration.ofMinutes(15);
  static final Duration AFTER = Duration.ofMinutes(7);
  static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  static final String OTHER_SECRET = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";
  static final String FILE_KEY =
      "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"file\","
          + "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\","
          + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";
  static final byte[] MESSAGE = "message".getBytes(US_ASCII);

  final ManualClock clock = ManualClock.atNoon();
  final BreakableStore store = new BreakableStore(new MemorySessionStore(clock));
  final LogLines log = LogLines.of("dev.cloakroom");

  @AfterEach
  final void close() {
    log.close();
  }

  static RotatingKeys unopened(String secret, @Nullable String value) {
    KeySettings settings =
        new KeySettings(
            null, value, null, KeySecret.decode(secret).orElseThrow(), DAY, OwnAlgorithm.ES256);
    return new RotatingKeys(
        new WatchedKeys(new KeyLoader(RotatingKeysTest.class.getClassLoader()), settings),
        new KeySchedule(DAY, AFTER, OwnAlgorithm.ES256));
  }

  final RotatingKeys node() {
    return node(SECRET);
  }

  final RotatingKeys node(String secret) {
    RotatingKeys node = unopened(secret, null);
    node.open(store.texts(), clock);
    return node;
  }

  static String signing(RotatingKeys node) {
    return node.complete().signingKey().kid();
  }

  final String stored() {
    return Objects.requireNonNull(store.texts().find(AgreedKeys.NAME));
  }

  final void replaceStored(String text) {
    store.texts().replace(AgreedKeys.NAME, stored(), text);
  }

  final void passWithUpkeep(Duration time, RotatingKeys... nodes) {
    clock.advance(time);
    for (RotatingKeys node : nodes) {
      node.upkeep();
    }
  }
}
