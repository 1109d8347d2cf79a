package dev.cloakroom.it.nodes;

import dev.cloakroom.it.nodes.Seen.Kind;
import dev.cloakroom.it.probe.ProbeClient;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page that is public and for one that is guarded, logs in at the one server and out at
 * the other.
 */
final class VisitingClient extends LoadClient {
  private static final String PUBLIC = "auth/.well-known/jwks.json";

  private final String name;
  private final String ticket;

  /** A client that is logged in. */
  VisitingClient(SharedApplication shared, Ledger ledger, String name) {
    super(shared, ledger);
    this.name = name;
    this.ticket = loggedIn(name).ticket();
    promise(ticket, 200);
  }

  @Override
  boolean round(Server here, Server there, int round) {
    send(Kind.PUBLIC, here, client -> client.get(PUBLIC));
    boolean served = isServed(here, ticket);
    served &= isServed(there, ticket);
    String next = login(here, name + "-" + round);
    if (next == null) {
      return false;
    }
    served &= isServed(there, next);
    if (round % 4 < 2) {
      served &= isLoggedOut(there, next);
    }
    return served;
  }

  private @Nullable String login(Server server, String caller) {
    ProbeClient visitor = server.client().another();
    Seen seen = send(Kind.LOGIN, server, ignored -> visitor.login(caller, "pw-" + caller));
    if (seen.status() != 200) {
      return null;
    }
    promise(visitor.ticket(), 200);
    return visitor.ticket();
  }

  private boolean isLoggedOut(Server server, String shown) {
    ledger().promiseNothing(shown);
    Seen seen =
        send(
            Kind.LOGOUT,
            server,
            client -> client.cookie(ProbeClient.TICKET, shown).post(ProbeClient.LOGOUT));
    if (seen.status() != 200) {
      return false;
    }
    promise(shown, 401);
    return true;
  }

  private void promise(String shown, int status) {
    ledger().promise(shown, new TicketPromise(shown, status));
  }
}
