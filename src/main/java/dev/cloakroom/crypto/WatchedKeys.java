package dev.cloakroom.crypto;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.config.KeySettings;
import dev.cloakroom.crypto.KeyFiles.KeyFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the settings give, as their files are when somebody looks: whoever uses them reads
 * memory only. What cannot be used changes nothing, so a file that is half written, or gone for a
 * moment, ends no login; nor is a key dropped that only one look does not find, since files may
 * change one after the other. Safe for use by several threads.
 */
public final class WatchedKeys implements KeySource {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private final KeyLoader loader;
  private final KeySettings settings;
  private volatile KeyRing now;
  private String seen;
  private @Nullable String told;
  private @Nullable String doubted;

  /**
   * Loads the keys.
   *
   * @throws UnusableKeyException if one is not found, not readable or not fit
   */
  public WatchedKeys(KeyLoader loader, KeySettings settings) {
    this.loader = loader;
    this.settings = settings;
    List<KeyFile> files = loader.files(settings);
    this.now = loader.ring(settings, files);
    this.seen = digest(files);
  }

  @Override
  public KeyRing now() {
    return now;
  }

  /** What is not in a file cannot change. */
  @Override
  public Optional<Duration> upkeepEvery() {
    return Optional.ofNullable(settings.location())
        .filter(KeyFiles::isOutside)
        .map(location -> BETWEEN_LOOKS);
  }

  /**
   * Reads the files again, and takes their keys if they have changed. Warns once of what cannot be
   * used, and keeps the keys that are known.
   */
  @Override
  public synchronized void upkeep() {
    if (upkeepEvery().isEmpty()) {
      return;
    }
    try {
      take(loader.files(settings));
      told = null;
    } catch (UnusableKeyException unusable) {
      doubted = null;
      warn(unusable);
    }
  }

  private void take(List<KeyFile> files) {
    String digest = digest(files);
    if (digest.equals(seen)) {
      doubted = null;
      return;
    }
    KeyRing next = loader.ring(settings, files);
    if (next.kids().containsAll(now.kids()) || digest.equals(doubted)) {
      seen = digest;
      now = next;
      doubted = null;
      LOG.log(INFO, "The keys have changed. Now there are: " + String.join(", ", next.kids()));
    } else {
      doubted = digest;
    }
  }

  private void warn(UnusableKeyException unusable) {
    if (!unusable.problem().equals(told)) {
      told = unusable.problem();
      LOG.log(
          WARNING,
          "The keys were changed to what cannot be used; those of before stay in use. "
              + unusable.getMessage());
    }
  }

  /** What was read, in few characters. */
  private static String digest(List<KeyFile> files) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (KeyFile file : files) {
        sha256.update((file.where() + '\0' + file.bytes().length + '\0').getBytes(UTF_8));
        sha256.update(file.bytes());
      }
      return Base64Url.encode(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime lacks SHA-256.", e);
    }
  }
}
