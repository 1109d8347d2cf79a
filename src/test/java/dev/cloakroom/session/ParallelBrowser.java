package dev.cloakroom.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A browser that sends several requests at the same moment, each to one of the nodes, and takes
 * what cookies the answers bring: some late, after those of later requests, and some never. Some
 * requests are held up on their way, too. One thread at a time.
 */
final class ParallelBrowser {
  private static final int LOST_ONE_IN = 50;
  private static final int LATE_ONE_IN = 5;
  private static final int HELD_UP_ONE_IN = 20;
  private static final int LATEST = 12;

  private final List<SessionFixture> nodes;
  private final Random chance;
  private final List<Answer> underWay = new ArrayList<>();
  private final Deque<Ticket> before = new ArrayDeque<>();
  private Ticket held;
  private int round;

  /** An answer that brings a ticket, in a round that is still to come. */
  private record Answer(Ticket ticket, int inRound) {}

  ParallelBrowser(List<SessionFixture> nodes, Ticket held, long seed) {
    this.nodes = nodes;
    this.held = held;
    this.chance = new Random(seed);
  }

  /** So many requests of the next moment, to be sent side by side; give them what came of each. */
  List<Callable<@Nullable Ticket>> requests(int count) {
    round++;
    underWay.stream().filter(one -> one.inRound() <= round).forEach(one -> held = one.ticket());
    underWay.removeIf(one -> one.inRound() <= round);
    before.addLast(held);
    if (before.size() > LATEST) {
      before.removeFirst();
    }
    List<Callable<@Nullable Ticket>> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SessionFixture node = nodes.get(chance.nextInt(nodes.size()));
      boolean heldUp = chance.nextInt(HELD_UP_ONE_IN) == 0;
      Ticket ticket = heldUp ? before.getFirst() : held;
      requests.add(() -> answer(node, ticket, heldUp));
    }
    return requests;
  }

  /** What a filter of ours does with each request; the ticket that its answer brings, or null. */
  private static @Nullable Ticket answer(SessionFixture node, Ticket shown, boolean heldUp) {
    SessionLookup lookup = node.resolver.byTicket(shown);
    if (heldUp && lookup == SessionRefusal.REPLACED) {
      return null;
    }
    if (!(lookup instanceof StoredLoginSession session)) {
      throw new AssertionError("logged out: " + lookup);
    }
    RotatedSession rotated = session.isRotationDue() ? node.rotation.rotate(shown) : null;
    return rotated == null ? null : rotated.ticket();
  }

  /** The answers leave the nodes. */
  void take(List<@Nullable Ticket> brought) {
    for (Ticket ticket : brought) {
      if (ticket != null && chance.nextInt(LOST_ONE_IN) > 0) {
        boolean late = chance.nextInt(LATE_ONE_IN) == 0;
        underWay.add(new Answer(ticket, round + (late ? 1 + chance.nextInt(LATEST) : 1)));
      }
    }
  }

  Ticket held() {
    return held;
  }
}
