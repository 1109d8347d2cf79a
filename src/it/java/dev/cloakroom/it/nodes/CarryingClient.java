package dev.cloakroom.it.nodes;

import dev.cloakroom.it.nodes.Seen.Kind;
import dev.cloakroom.it.probe.ProbeClient;
import java.util.Set;
import java.util.TreeSet;

/** Puts something into its basket, now at the one server and now at the other. */
final class CarryingClient extends LoadClient {
  private final String name;
  private final String ticket;
  private final Set<String> kept = new TreeSet<>();
  private final Set<String> refused = new TreeSet<>();

  /** A client that is logged in. */
  CarryingClient(SharedApplication shared, Ledger ledger, String name) {
    super(shared, ledger);
    this.name = name;
    this.ticket = loggedIn(name).ticket();
  }

  @Override
  boolean round(Server here, Server there, int round) {
    String what = "thing-" + round;
    Seen seen =
        send(
            Kind.BEAN,
            here,
            client -> BasketPage.put(client.cookie(ProbeClient.TICKET, ticket), what));
    switch (seen.status()) {
      case 200 -> kept.add(what);
      case 409 -> refused.add(what);
      default -> {}
    }
    ledger().promise(name, new BasketPromise(ticket, Set.copyOf(kept), Set.copyOf(refused)));
    return seen.status() == 200;
  }
}
