package dev.cloakroom.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A browser that sends several requests at the same moment, each to one of the nodes, and takes
 * what cookies the answers bring: some late, after those of later requests, and some never. One
 * thread at a time.
 */
final class ParallelBrowser {
  private static final int LOST_ONE_IN = 50;
  private static final int LATE_ONE_IN = 5;
  private static final int LATEST = 12;

  private final List<SessionFixture> nodes;
  private final Random chance;
  private final List<Answer> underWay = new ArrayList<>();
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
    Ticket ticket = held;
    List<Callable<@Nullable Ticket>> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SessionFixture node = nodes.get(chance.nextInt(nodes.size()));
      requests.add(() -> answer(node, ticket));
    }
    return requests;
  }

  /** What a filter of ours does with each request; the ticket that its answer brings, or null. */
  private static @Nullable Ticket answer(SessionFixture node, Ticket shown) {
    SessionLookup lookup = node.resolver.byTicket(shown);
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
