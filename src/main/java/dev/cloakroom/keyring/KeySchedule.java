package dev.cloakroom.keyring;

import dev.cloakroom.config.OwnAlgorithm;
import dev.cloakroom.config.Settings;
import dev.cloakroom.crypto.DatedKey;
import dev.cloakroom.crypto.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * When keys are made, sign and go. A key is known to everybody before it signs, and after it has
 * signed for as long as one of its tokens may be shown.
 *
 * @param rotateEvery how long a key signs
 * @param lastsAfter how long what it signed last may be shown
 * @param algorithm that of new keys
 */
public record KeySchedule(Duration rotateEvery, Duration lastsAfter, OwnAlgorithm algorithm) {
  private static final Duration LONGEST_LEAD = Duration.ofMinutes(15);
  private static final int LEADS = 4;
  private static final Duration LONGEST_PUBLISHED = Duration.ofMinutes(10);
  private static final Duration LONGEST_BETWEEN_LOOKS = Duration.ofSeconds(10);

  /** By how much the clocks of nodes may differ, and what a node may be late. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private static final Comparator<DatedKey> BY_TIME =
      Comparator.comparing(DatedKey::signsFrom).thenComparing(DatedKey::kid);

  /** That of an application whose keys rotate. */
  public static KeySchedule of(Settings settings, Duration rotateEvery) {
    Duration longest =
        settings.lifetimesOfTokens().values().stream().max(Comparator.naturalOrder()).orElseThrow();
    return new KeySchedule(
        rotateEvery,
        longest.plus(settings.accessToken().clockSkew()).plus(SLACK),
        settings.keys().algorithm());
  }

  /** How long a key is known before it signs. */
  Duration lead() {
    return shorter(LONGEST_LEAD, rotateEvery.dividedBy(LEADS));
  }

  /** How long others may keep the public keys: they ask once more before a new one signs. */
  Duration publishedFor() {
    return shorter(LONGEST_PUBLISHED, lead().dividedBy(2));
  }

  /** How often each node looks: a few times before a new key signs. */
  Duration betweenLooks() {
    return shorter(LONGEST_BETWEEN_LOOKS, lead().dividedBy(3));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * What keys there must be at a moment, in the order in which they sign: without those that are
   * over, and with a new one where it is time.
   *
   * @param first when the first one signs, and that which signs although none's time has come
   */
  List<DatedKey> due(List<DatedKey> keys, Instant now, Instant first) {
    List<DatedKey> live = new ArrayList<>(inTime(withoutOver(keys, now), now, first));
    if (live.isEmpty()) {
      return List.of(made(first));
    }
    Instant next = latest(live, now).signsFrom().plus(rotateEvery);
    if (!now.isBefore(next.minus(lead()))) {
      Instant known = now.plus(lead());
      live.add(made(known.isAfter(next) ? known : next));
    }
    return List.copyOf(live);
  }

  /** One that a clock has made which is ahead does not put off the next. */
  private DatedKey latest(List<DatedKey> inTime, Instant now) {
    return inTime.stream().filter(key -> !isOfAnotherTime(key, now)).max(BY_TIME).orElseThrow();
  }

  /** Whether all keys are so: then one of them signs all the same, and none would follow it. */
  boolean areOfAnotherTime(List<DatedKey> keys, Instant now) {
    return !keys.isEmpty() && keys.stream().allMatch(key -> isOfAnotherTime(key, now));
  }

  /** Nobody signs with another key because of that: the last one does so already. */
  private List<DatedKey> inTime(List<DatedKey> inOrder, Instant now, Instant first) {
    if (!areOfAnotherTime(inOrder, now)) {
      return inOrder;
    }
    int last = inOrder.size() - 1;
    DatedKey signing = new DatedKey(inOrder.get(last).key(), first);
    return Stream.concat(Stream.of(signing), inOrder.subList(0, last).stream()).toList();
  }

  /** Whether no clock that goes as this one does can have made a key: its time is too far off. */
  boolean isOfAnotherTime(DatedKey key, Instant now) {
    return key.signsFrom().isAfter(now.plus(lead()).plus(SLACK));
  }

  private DatedKey made(Instant signsFrom) {
    return new DatedKey(SigningKey.generate(algorithm), signsFrom);
  }

  /** The last one stays, and each whose successor has not signed for long enough. */
  private List<DatedKey> withoutOver(List<DatedKey> keys, Instant now) {
    List<DatedKey> inOrder = keys.stream().sorted(BY_TIME).toList();
    int over = 0;
    while (over + 1 < inOrder.size()
        && !now.isBefore(inOrder.get(over + 1).signsFrom().plus(lastsAfter))) {
      over++;
    }
    return inOrder.subList(over, inOrder.size());
  }

  /**
   * The same keys, the one first that signs at a moment: the last one whose time has come. Where
   * none's has, it is the last one.
   *
   * @param keys one at least
   */
  List<DatedKey> signingFirst(List<DatedKey> keys, Instant now) {
    DatedKey signing =
        keys.stream()
            .filter(key -> !key.signsFrom().isAfter(now))
            .max(BY_TIME)
            .or(() -> keys.stream().max(BY_TIME))
            .orElseThrow();
    return Stream.concat(
            Stream.of(signing), keys.stream().filter(key -> !key.equals(signing)).sorted(BY_TIME))
        .toList();
  }
}
