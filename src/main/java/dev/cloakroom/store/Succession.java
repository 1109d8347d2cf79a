package dev.cloakroom.store;

import dev.cloakroom.crypto.SecretHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that a ticket has had, by their hashes: which is in force, which were given out to
 * take its place and have not come back yet, and which were replaced a moment ago. A secret is in
 * force until another that was given out is shown for the first time: an answer that is lost, or
 * late, costs nobody the login. Immutable.
 *
 * @param inForce the secret in force
 * @param inForceSince when it was first shown, or the session began
 * @param offered given out and not shown yet, oldest first; at most {@link #MOST_OFFERED}
 * @param replaced honoured for requests in flight, oldest first; at most {@link #MOST_REPLACED}
 */
public record Succession(
    Given inForce, Instant inForceSince, List<Given> offered, List<Replaced> replaced) {

  /**
   * So many successors are given out in vain. A client that takes none of them up cannot show what
   * it has any longer.
   */
  public static final int MOST_OFFERED = 8;

  /** A ticket is honoured after so many rotations at most, however short they follow. */
  public static final int MOST_REPLACED = 16;

  /** What comes within so many graces after its own is late, and no more. */
  static final int LATE_GRACES = 10;

  /** What was given out beside an earlier ticket may come for so long. */
  static final Duration STRAY = Duration.ofMinutes(10);

  /** A successor that is not shown for so long is taken to be lost, and another is given out. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  public Succession {
    offered = List.copyOf(offered);
    replaced = List.copyOf(replaced);
  }

  /**
   * A secret that was given out.
   *
   * @param hash its hash
   * @param at when
   */
  public record Given(SecretHash hash, Instant at) {}

  /**
   * A secret that another has replaced.
   *
   * @param hash its hash
   * @param honouredUntil the first moment it no longer counts
   * @param lateUntil the first moment at which no request can be on its way with it
   */
  public record Replaced(SecretHash hash, Instant honouredUntil, Instant lateUntil) {
    static Replaced at(Instant now, SecretHash hash, Duration grace) {
      return new Replaced(
          hash, now.plus(grace), now.plus(grace).plus(grace.multipliedBy(LATE_GRACES)));
    }
  }

  /** What a secret is worth. */
  public enum Standing {
    /** The one in force. */
    IN_FORCE,
    /** Given out to replace the one in force, and shown for the first time. */
    OFFERED,
    /** Replaced while requests that bring it can be in flight. */
    HONOURED,
    /**
     * Replaced a little longer ago: it does not count, but can be of a request that was held up.
     */
    LATE,
    /** In force, but its client took up none of so many successors: it counts no longer. */
    SPENT,
    /** None of these: nothing is known of it. */
    UNKNOWN
  }

  static Succession begun(SecretHash first, Instant now) {
    return new Succession(new Given(first, now), now, List.of(), List.of());
  }

  /** What a secret is worth at a moment. Compares in constant time. */
  public Standing standingOf(SecretHash shown, Instant now) {
    if (inForce.hash().equals(shown)) {
      return isSpent(now) ? Standing.SPENT : Standing.IN_FORCE;
    }
    if (isOffered(shown)) {
      return Standing.OFFERED;
    }
    return replaced.stream()
        .filter(one -> one.hash().equals(shown) && now.isBefore(one.lateUntil()))
        .findFirst()
        .map(one -> now.isBefore(one.honouredUntil()) ? Standing.HONOURED : Standing.LATE)
        .orElse(Standing.UNKNOWN);
  }

  /** Whether a secret was given out and comes for the first time. */
  public boolean isOffered(SecretHash shown) {
    return !offered.isEmpty() && offered.stream().anyMatch(one -> one.hash().equals(shown));
  }

  /** Whether a successor of the secret in force is on its way to the client. */
  public boolean isSucceeded() {
    return lastOffered() != null;
  }

  /** Whether a successor may be given out: the last one was taken up, or is taken to be lost. */
  public boolean mayOffer(Instant now) {
    Given last = lastOffered();
    return last == null || !now.isBefore(last.at().plus(PATIENCE));
  }

  private boolean isSpent(Instant now) {
    return offered.size() == MOST_OFFERED && isSuccessor(offered.get(0)) && mayOffer(now);
  }

  private @Nullable Given lastOffered() {
    Given last = offered.isEmpty() ? null : offered.get(offered.size() - 1);
    return last != null && isSuccessor(last) ? last : null;
  }

  /** What was given out beside an earlier one, and may still come late, is no successor of this. */
  private boolean isSuccessor(Given one) {
    return !one.at().isBefore(inForceSince);
  }

  /** Nothing is given out before its predecessor came into force, whatever a node's clock says. */
  Succession offering(SecretHash fresh, Instant now) {
    Given given = new Given(fresh, now.isBefore(inForceSince) ? inForceSince : now);
    List<Given> all = Stream.concat(offered.stream(), Stream.of(given)).toList();
    return new Succession(inForce, inForceSince, newest(all, MOST_OFFERED), replaced);
  }

  /** The secrets after one that was offered has come back. */
  Succession takenUp(SecretHash shown, Instant now, Duration grace) {
    Given taken =
        offered.stream().filter(one -> one.hash().equals(shown)).findFirst().orElseThrow();
    List<Given> others =
        offered.stream().filter(one -> !one.equals(taken) && mayStillCome(one, now)).toList();
    Stream<Replaced> late = replaced.stream().filter(one -> now.isBefore(one.lateUntil()));
    Stream<Replaced> old =
        isSpent(now) ? Stream.of() : Stream.of(Replaced.at(now, inForce.hash(), grace));
    return new Succession(
        taken, now, others, newest(Stream.concat(late, old).toList(), MOST_REPLACED));
  }

  /**
   * The secrets after its holder was given more than it stood for: this one counts alone, at once.
   * Any other is of a request that was held up, for as long as an answer may stray: one that was on
   * its way can put an earlier cookie in the place of the new one, which is no theft. A copy after
   * that. By no clock, since another node's may be behind.
   */
  Succession exchanged(SecretHash fresh, Instant now) {
    Instant since = now.isBefore(inForceSince) ? inForceSince : now;
    Instant late = since.plus(STRAY);
    Stream<Replaced> earlier =
        replaced.stream()
            .filter(one -> since.isBefore(one.lateUntil()))
            .map(one -> new Replaced(one.hash(), Instant.EPOCH, late));
    Stream<Replaced> dead =
        Stream.concat(offered.stream(), Stream.of(inForce))
            .map(one -> new Replaced(one.hash(), Instant.EPOCH, late));
    List<Replaced> all = Stream.concat(earlier, dead).toList();
    return new Succession(new Given(fresh, since), since, List.of(), newest(all, MOST_REPLACED));
  }

  /** An answer can be late; one of two rotations ago is given up in the end. */
  private boolean mayStillCome(Given other, Instant now) {
    return isSuccessor(other) || now.isBefore(other.at().plus(STRAY));
  }

  /** Whether a secret is the last that was given out, to follow the one in force. */
  boolean isNewest(SecretHash shown) {
    Given last = lastOffered();
    return last != null && last.hash().equals(shown);
  }

  /** As much of it as may leave the server: the secret in force. */
  Succession alone() {
    return new Succession(inForce, inForceSince, List.of(), List.of());
  }

  private static <T> List<T> newest(List<T> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }
}
