package dev.cloakroom.identitystore;

import static java.lang.System.Logger.Level.ERROR;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cloakroom.PasswordUpgrade;
import dev.cloakroom.crypto.SecretHash;
import dev.cloakroom.password.OutdatedHash;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Has the application store better hashes, each once, however many logins go by the older one at
 * the same time: a login that began before a hash was replaced has read what is no longer there.
 * What fails is tried again at the next login. Thread-safe.
 */
public final class PasswordUpgrades {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.identitystore");
  private static final int MAX_REMEMBERED = 10_000;

  /** Longer than any login takes. */
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private final List<PasswordUpgrade> upgrades;

  /** Counts what begins and what ends, so that of two it is known which was first. */
  private final AtomicLong moments = new AtomicLong();

  /** The hashes that were replaced lately, or are about to be, by a hash of whose they are. */
  private final Cache<SecretHash, Replacement> replacements =
      Caffeine.newBuilder()
          .maximumSize(MAX_REMEMBERED)
          .expireAfterWrite(REMEMBERED)
          .executor(Runnable::run)
          .build();

  /** Tells these of the application; there may be none. */
  public PasswordUpgrades(List<PasswordUpgrade> upgrades) {
    this.upgrades = List.copyOf(upgrades);
  }

  /** The moment at which a login begins. */
  long now() {
    return moments.incrementAndGet();
  }

  /**
   * Replaces a hash by which a caller has just logged in, if anybody stores what is better.
   *
   * @param begun the moment at which their login began
   */
  void replace(String callerName, OutdatedHash outdated, long begun) {
    if (upgrades.isEmpty()) {
      return;
    }
    SecretHash key = SecretHash.of(callerName + "\n" + outdated.stored());
    Replacement own = new Replacement();
    if (replacements.asMap().compute(key, (same, other) -> own.unless(other, begun)) != own) {
      return;
    }
    try {
      String better = outdated.renewed();
      upgrades.forEach(upgrade -> upgrade.replace(callerName, outdated.stored(), better));
      own.end = now();
    } catch (RuntimeException failure) {
      LOG.log(ERROR, "A PasswordUpgrade failed; the hash stays as it was.", failure);
    } finally {
      if (!own.isEnded()) {
        replacements.invalidate(key);
      }
    }
  }

  /** One that is under way, or has ended. */
  private static final class Replacement {
    private volatile long end = Long.MAX_VALUE;

    boolean isEnded() {
      return end != Long.MAX_VALUE;
    }

    /** This one, unless the login read what another has replaced meanwhile, or is replacing. */
    Replacement unless(@Nullable Replacement other, long begun) {
      return other == null || other.end < begun ? this : other;
    }
  }
}
