package dev.cloakroom.it.nodes;

import dev.cloakroom.it.nodes.Seen.Kind;
import dev.cloakroom.it.probe.ProbeClient;

/** Has its ticket rotated at one server, and shows the new one at the other. */
final class RotatingClient extends LoadClient {
  private static final String ROTATE = "api/sessions/rotate";

  private final String name;
  private ProbeClient holder;

  /** A client that is logged in. */
  RotatingClient(SharedApplication shared, Ledger ledger, String name) {
    super(shared, ledger);
    this.name = name;
    this.holder = loggedIn(name);
  }

  @Override
  boolean round(Server here, Server there, int round) {
    String shown = holder.ticket();
    holder = here.client().another().cookie(ProbeClient.TICKET, shown);
    Seen seen = send(Kind.ROTATION, here, ignored -> holder.post(ROTATE));
    if (seen.status() != 200) {
      // One that is carried out late changes nothing: nobody has shown the new ticket.
      ledger().promise(name, new TicketPromise(shown, 200));
      return false;
    }
    ledger().promise(name, new TicketPromise(holder.ticket(), 200));
    return isServed(there, holder.ticket());
  }
}
