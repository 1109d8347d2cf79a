package dev.cloakroom.session;

import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.crypto.RandomIds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What devices show of the callers who logged in on them: a mark for each, newest first, in a text
 * that opens nothing by itself. What cannot be believed, whatever the reason, is as if it were not
 * there. Immutable; safe for use by several threads.
 *
 * @see <a
 *     href="https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies">
 *     OWASP, Slow Down Online Guessing Attacks with Device Cookies</a>
 */
public final class KnownDevices {
  /** So many callers a device remembers; of more, those who logged in last. */
  private static final int MOST = 4;

  private static final String BETWEEN = "~";
  private static final int LONGEST = MOST * (DeviceMark.LONGEST + BETWEEN.length());

  private final MacKey key;
  private final RandomIds random;
  private final Clock clock;
  private final Duration lifetime;

  /**
   * The devices that show marks of this key.
   *
   * @param lifetime how long after the login a mark counts
   */
  public KnownDevices(MacKey key, RandomIds random, Clock clock, Duration lifetime) {
    this.key = key;
    this.random = random;
    this.clock = clock;
    this.lifetime = lifetime;
  }

  /** How long after a login a device is known. */
  public Duration lifetime() {
    return lifetime;
  }

  /** Whether what a device shows proves that a caller logged in on it, not too long ago. */
  public boolean isKnown(String shown, String callerName) {
    return idFor(shown, callerName) != null;
  }

  /** What names a device that is known for a caller, until they log in on it again; or null. */
  public @Nullable String idFor(String shown, String callerName) {
    return marks(shown).stream()
        .filter(mark -> mark.isOf(callerName, key))
        .map(DeviceMark::id)
        .findFirst()
        .orElse(null);
  }

  /** What a device is to show from now on, after a login of this caller on it. */
  public String with(String callerName, String shown) {
    DeviceMark own = DeviceMark.of(key, callerName, random.tokenId(), clock.instant());
    Stream<DeviceMark> others =
        marks(shown).stream().filter(mark -> !mark.isOf(callerName, key)).limit(MOST - 1);
    return Stream.concat(Stream.of(own), others)
        .map(DeviceMark::text)
        .collect(Collectors.joining(BETWEEN));
  }

  /** Those that may count still. A text that is longer than any of ours is not looked at. */
  private List<DeviceMark> marks(String shown) {
    if (shown.length() > LONGEST) {
      return List.of();
    }
    Instant oldest = clock.instant().minus(lifetime);
    return Arrays.stream(shown.split(BETWEEN, -1))
        .map(DeviceMark::parse)
        .filter(Objects::nonNull)
        .filter(mark -> mark.moment().isAfter(oldest))
        .toList();
  }
}
