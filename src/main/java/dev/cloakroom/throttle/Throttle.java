package dev.cloakroom.throttle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.config.Network;
import dev.cloakroom.config.ThrottleSettings;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.naming.FoldedName;
import dev.cloakroom.store.AttemptCounters;
import dev.cloakroom.store.AttemptLimit;
import dev.cloakroom.store.AttemptRule;
import dev.cloakroom.throttle.Admission.Counted;
import dev.cloakroom.throttle.Admission.Waiting;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says who has to wait before the next attempt. A stranger's counts for the name from this address,
 * for the name from wherever, and for the address whatever the name; an attempt on a device that is
 * known for the name counts for that device, and for all that are, so that strangers who try the
 * name cannot keep its owner out. Whether a name is anybody's makes no difference. Safe for use by
 * several threads.
 */
public final class Throttle {
  private static final int KEY_BYTES = 16;

  /** The longest wait of what somebody else may have caused. */
  private static final Duration LONGEST_SHARED = Duration.ofMinutes(1);

  private final ThrottleSettings settings;
  private final AttemptCounters counters;
  private final MacKey key;

  /**
   * Counts attempts of one kind.
   *
   * @param counters where they are counted
   * @param key names the counters, so that who reads the store finds there neither names nor what
   *     somebody has typed in the wrong field; another one for each kind of attempt
   */
  public Throttle(ThrottleSettings settings, AttemptCounters counters, MacKey key) {
    this.settings = settings;
    this.counters = counters;
    this.key = key;
  }

  /**
   * Whether an attempt may be made; then it is counted, before it is known what comes of it.
   *
   * @throws StoreUnavailableException if it cannot be counted: it must not be made
   */
  public Admission admit(Attempt attempt) {
    return admitted(limits(attempt, longestShared()));
  }

  /**
   * The same for an attempt of somebody who has shown the caller's password: it counts for the
   * caller alone, wherever it comes from, since nobody else can keep them out by it. On a device
   * that is known for the caller it counts for that one, and for all that are.
   *
   * @param device names that device; null for any other
   * @throws StoreUnavailableException if it cannot be counted: it must not be made
   */
  public Admission admitProven(String callerName, @Nullable String device) {
    String name = FoldedName.of(callerName);
    return admitted(
        device == null
            ? List.of(own(settings.perCallerAndAddress(), "caller", name))
            : List.of(
                own(settings.perCallerAndAddress(), "device", name, device),
                own(settings.perCaller(), "devices", name)));
  }

  /**
   * Whether somebody may have one more message sent to whoever a name is of; then it is counted,
   * and never taken back. The waits for a name grow, wherever it is asked for: who has been sent
   * several need not ask again. Those of an address do not, which many people may have.
   *
   * @throws StoreUnavailableException if it cannot be counted: none must be sent
   */
  public Admission admitMessage(Attempt asking) {
    return admitted(limits(asking, settings.times().longestWait()));
  }

  private Admission admitted(List<AttemptLimit> asked) {
    List<AttemptLimit> limits = settings.enabled() ? asked : List.of();
    Duration wait = limits.isEmpty() ? Duration.ZERO : counters.count(limits);
    return wait.isZero() ? new Counted(limits) : new Waiting(wait);
  }

  /**
   * An attempt has not failed: it succeeded, or nobody could tell.
   *
   * @throws StoreUnavailableException if the store failed; then it may still count
   */
  public void takeBack(Counted counted) {
    if (!counted.limits().isEmpty()) {
      counters.takeBack(counted.limits());
    }
  }

  /**
   * By what an attempt may have to wait.
   *
   * @param shared the longest wait for a name of what somebody else may have caused
   */
  private List<AttemptLimit> limits(Attempt attempt, Duration shared) {
    String network = Network.of(attempt.address());
    AttemptLimit ofAddress = limit(settings.perAddress(), longestShared(), "address", network);
    if (attempt.callerName().isEmpty()) {
      return List.of(ofAddress);
    }
    String name = FoldedName.of(attempt.callerName());
    return attempt.device() == null
        ? List.of(
            own(settings.perCallerAndAddress(), "caller and address", name, network),
            limit(settings.perCaller(), shared, "caller", name),
            ofAddress)
        : List.of(
            own(settings.perCallerAndAddress(), "device", name, attempt.device()),
            limit(settings.perCaller(), shared, "devices", name));
  }

  /** Of attempts that are one client's, as far as can be told: its waits grow. */
  private AttemptLimit own(int most, String... parts) {
    return limit(most, settings.times().longestWait(), parts);
  }

  /** Who has failed nowhere waits with the others, and not for long. */
  private Duration longestShared() {
    Duration longest = settings.times().longestWait();
    return longest.compareTo(LONGEST_SHARED) < 0 ? longest : LONGEST_SHARED;
  }

  private AttemptLimit limit(int most, Duration longestWait, String... parts) {
    ThrottleSettings.Times times = settings.times();
    Duration first = times.firstWait().compareTo(longestWait) < 0 ? times.firstWait() : longestWait;
    return new AttemptLimit(
        counterOf(parts), new AttemptRule(most, times.window(), first, longestWait));
  }

  private String counterOf(String... parts) {
    Stream<byte[]> bytes = Arrays.stream(parts).map(part -> part.getBytes(UTF_8));
    return Base64Url.encode(key.mac(KEY_BYTES, bytes.toArray(byte[][]::new)));
  }
}
