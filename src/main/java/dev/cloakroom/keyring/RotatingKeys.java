package dev.cloakroom.keyring;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.crypto.DatedKey;
import dev.cloakroom.crypto.KeyEdition;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.KeySource;
import dev.cloakroom.crypto.SealedKeys;
import dev.cloakroom.crypto.UnopenedSealException;
import dev.cloakroom.store.SharedTexts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keys that the nodes make and share through the store, so that none needs a file. Keys that are
 * given besides sign until everybody can know the first of those: what they signed stays good. Who
 * uses the keys reads memory only; where the store fails, those that are known stay in use. Safe
 * for use by several threads.
 */
public final class RotatingKeys implements KeySource {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  /** For so long nobody looks again for a key that is not known. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** For so long a request waits while somebody else looks. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

  private final KeySource given;
  private final KeySchedule schedule;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile KnownKeys known;
  private volatile @Nullable Opened opened;
  private volatile Instant lookedAt = Instant.MIN;
  private volatile @Nullable Exception failure;
  private Set<String> doubted = Set.of();

  /** Keys of which none is known until a store is opened. */
  public RotatingKeys(KeySource given, KeySchedule schedule) {
    this.given = given;
    this.schedule = schedule;
    this.known = KnownKeys.of(given.now());
  }

  private record Opened(AgreedKeys agreed, Clock clock) {}

  /**
   * Reads the keys, or makes the first one. A store that does not answer is asked again later.
   *
   * @throws IllegalStateException if the store has keys which another secret has sealed
   */
  public void open(SharedTexts texts, Clock clock) {
    SealedKeys seals = new SealedKeys(given.now().deriveSealingOfSecret(AgreedKeys.NAME));
    opened = new Opened(new AgreedKeys(texts, seals, schedule), clock);
    upkeep();
    if (failure instanceof UnopenedSealException sealed) {
      throw new IllegalStateException("Cloakroom does not start: " + inWords(sealed), sealed);
    }
  }

  private static String inWords(UnopenedSealException sealed) {
    return "the signing keys that the store has under '"
        + AgreedKeys.NAME
        + "' cannot be opened. "
        + sealed.getMessage()
        + " All servers need the same cloakroom.keys.secret. If it was changed on purpose, stop all"
        + " of them and remove those keys: new ones are made, and tokens of before are refused.";
  }

  @Override
  public KeyRing now() {
    return known.ring();
  }

  /** Those that are given, which change by themselves. */
  public KeySource given() {
    return given;
  }

  @Override
  public KeyRing complete() {
    KnownKeys last = known;
    if (!last.isComplete()) {
      renew();
      last = known;
    }
    if (!last.isComplete()) {
      throw unavailable();
    }
    return last.ring();
  }

  /**
   * {@inheritDoc}
   *
   * @throws StoreUnavailableException if the store could not be asked, or not soon
   */
  @Override
  public boolean renew() {
    if ((isDue() && !isDone()) || failure != null) {
      throw unavailable();
    }
    return true;
  }

  private boolean isDue() {
    Opened store = opened;
    return store != null && !store.clock.instant().isBefore(lookedAt.plus(PATIENCE));
  }

  /** Looks, unless somebody else does; who would wait for long for that is not served. */
  private boolean isDone() {
    if (!isMyTurn()) {
      return false;
    }
    try {
      if (isDue()) {
        look();
      }
      return true;
    } finally {
      looking.unlock();
    }
  }

  /** Where the store has failed already nobody waits for another to try. */
  private boolean isMyTurn() {
    try {
      return looking.tryLock()
          || (failure == null && looking.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private StoreUnavailableException unavailable() {
    String problem = "The signing keys in the store could not be read.";
    Exception cause = failure;
    return cause == null
        ? new StoreUnavailableException(problem)
        : new StoreUnavailableException(problem, cause);
  }

  @Override
  public Duration publishedFor() {
    return schedule.publishedFor();
  }

  @Override
  public Optional<Duration> upkeepEvery() {
    return Optional.of(schedule.betweenLooks());
  }

  @Override
  public void upkeep() {
    looking.lock();
    try {
      look();
    } finally {
      looking.unlock();
    }
  }

  /** Takes what the store has; if it fails in any way, the clock goes on for what is known. */
  private void look() {
    Opened store = opened;
    if (store == null) {
      return;
    }
    Instant moment = store.clock.instant();
    KeyEdition edition = known.edition();
    try {
      edition = store.agreed.at(moment, edition, firstSigns(moment));
      failure = null;
    } catch (UnopenedSealException | RuntimeException failed) {
      tell(failed);
      failure = failed;
    } finally {
      lookedAt = store.clock.instant();
    }
    take(edition, moment);
  }

  /** Where a given key has signed until now, it does so until everybody can know the new one. */
  private Instant firstSigns(Instant moment) {
    return given.now().signs() ? moment.plus(schedule.lead()) : moment;
  }

  /** Once for each time that it begins. */
  private void tell(Exception failed) {
    if (failure != null && failure.getClass() == failed.getClass()) {
      return;
    }
    if (failed instanceof UnopenedSealException sealed) {
      LOG.log(ERROR, "Those that are known stay in use, but " + inWords(sealed));
    } else {
      LOG.log(
          WARNING,
          "The signing keys in the store cannot be looked at. Those that are known stay in use.",
          failed);
    }
  }

  private void take(KeyEdition edition, Instant moment) {
    KeyRing before = known.ring();
    known = known.next(edition, given.now(), schedule, moment);
    if (known.ring() != before) {
      LOG.log(INFO, "The keys are now, that which signs first: " + listed(known.ring().kids()));
    }
    doubt(edition.keys(), moment);
  }

  private static String listed(Collection<String> kids) {
    return String.join(", ", kids);
  }

  /** Warns once of keys that show that clocks are apart. */
  private void doubt(List<DatedKey> keys, Instant moment) {
    Set<String> early =
        keys.stream()
            .filter(key -> schedule.isOfAnotherTime(key, moment))
            .map(DatedKey::kid)
            .collect(Collectors.toSet());
    if (!doubted.containsAll(early)) {
      LOG.log(
          WARNING,
          "Signing keys are dated further ahead than any server dates them, so the clock of one is"
              + " ahead, or this one is late. Set the clocks. Keys are made as if there were none of"
              + " these: "
              + listed(early));
    }
    doubted = early;
  }
}
