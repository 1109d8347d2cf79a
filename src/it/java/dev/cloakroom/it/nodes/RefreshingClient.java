package dev.cloakroom.it.nodes;

import dev.cloakroom.it.nodes.Seen.Kind;
import dev.cloakroom.it.probe.ProbeClient;
import java.util.Objects;

/** Refreshes its tokens, now at the one server and now at the other. */
final class RefreshingClient extends LoadClient {
  private final String name;
  private String token;

  /** A client that is logged in. */
  RefreshingClient(SharedApplication shared, Ledger ledger, String name) {
    super(shared, ledger);
    this.name = name;
    this.token = shared.one().login(name).getString("refreshToken");
  }

  /** Whoever got no answer shows the same token again, as a client has to. */
  @Override
  boolean round(Server here, Server there, int round) {
    Seen seen = send(Kind.REFRESH, here, client -> client.bearer(token).post(ProbeClient.REFRESH));
    if (seen.status() != 200) {
      return false;
    }
    String body = Objects.requireNonNull(seen.answer()).body();
    token = ProbeClient.parse(body).getString("refreshToken");
    ledger().promise(name, new RefreshPromise(token));
    return true;
  }
}
