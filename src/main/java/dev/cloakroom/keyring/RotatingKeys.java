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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keys that the nodes make and share through the store, so that none needs a file. Keys that are
 * given besides do not sign: what they signed stays good. Who uses the keys reads memory only;
 * where the store fails, those that are known stay in use. Safe for use by several threads.
 */
public final class RotatingKeys implements KeySource {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  /** For so long nobody looks again for a key that is not known. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final KeySource given;
  private final KeySchedule schedule;
  private volatile KeyRing now;
  private volatile KeyEdition edition = KeyEdition.NONE;
  private volatile @Nullable Opened opened;
  private volatile Instant lookedAt = Instant.MIN;
  private volatile @Nullable Exception failure;
  private KeyRing givenThen;
  private List<String> order = List.of();

  /** Keys of which none is known until a store is opened. */
  public RotatingKeys(KeySource given, KeySchedule schedule) {
    this.given = given;
    this.schedule = schedule;
    this.now = given.now();
    this.givenThen = now;
  }

  private record Opened(AgreedKeys agreed, Clock clock) {}

  /**
   * Reads the keys, or makes the first one. A store that does not answer is asked again later.
   *
   * @throws IllegalStateException if the store has keys which another secret has sealed
   */
  public void open(SharedTexts texts, Clock clock) {
    SealedKeys seals = new SealedKeys(given.now().deriveSealing(AgreedKeys.NAME));
    opened = new Opened(new AgreedKeys(texts, seals, schedule), clock);
    look();
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
    return now;
  }

  @Override
  public KeyRing complete() {
    if (edition.keys().isEmpty()) {
      renew();
      if (edition.keys().isEmpty()) {
        throw unavailable();
      }
    }
    return now;
  }

  /**
   * {@inheritDoc}
   *
   * @throws StoreUnavailableException if the store could not be asked
   */
  @Override
  public boolean renew() {
    if (isDue()) {
      lookUnlessDone();
    }
    if (failure != null) {
      throw unavailable();
    }
    return true;
  }

  private boolean isDue() {
    Opened store = opened;
    return store != null && !store.clock.instant().isBefore(lookedAt.plus(PATIENCE));
  }

  private synchronized void lookUnlessDone() {
    if (isDue()) {
      look();
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
    given.upkeep();
    look();
  }

  private synchronized void look() {
    Opened store = opened;
    if (store == null) {
      return;
    }
    Instant moment = store.clock.instant();
    try {
      edition = store.agreed.at(moment, edition);
      failure = null;
    } catch (StoreUnavailableException | UnopenedSealException failed) {
      tell(failed);
      failure = failed;
    }
    lookedAt = store.clock.instant();
    take(moment);
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

  /** Makes another ring where that of before is no longer right: others follow it. */
  private void take(Instant moment) {
    KeyRing before = given.now();
    List<DatedKey> keys = edition.keys();
    List<DatedKey> inOrder = keys.isEmpty() ? keys : schedule.signingFirst(keys, moment);
    List<String> kids = inOrder.stream().map(DatedKey::kid).toList();
    if (kids.equals(order) && before == givenThen) {
      return;
    }
    now = before.behind(inOrder.stream().map(DatedKey::key).toList());
    order = kids;
    givenThen = before;
    LOG.log(INFO, "The signing keys are now: " + String.join(", ", kids));
  }
}
