package dev.cloakroom.relay;

import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.task.CurrentLogin;
import dev.cloakroom.token.TokenContent;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens that callers are passed on by: those that they came with, else new ones that do
 * not last long. Safe for use by several threads.
 */
public final class RelayedTokens {
  private final RelayTargets targets;
  private final Supplier<@Nullable RequestLogin> current;
  private final AccessTokens brief;

  /**
   * Passes on to these targets whom the calling thread works for.
   *
   * @param brief makes the new ones
   */
  public RelayedTokens(RelayTargets targets, CurrentLogin current, AccessTokens brief) {
    this(targets, current::find, brief);
  }

  private RelayedTokens(
      RelayTargets targets, Supplier<@Nullable RequestLogin> current, AccessTokens brief) {
    this.targets = targets;
    this.current = current;
    this.brief = brief;
  }

  /**
   * The value of {@code Authorization} for a request to an address; empty if it has none, or the
   * login has ended since the calling thread began to work for it.
   *
   * @throws dev.cloakroom.StoreUnavailableException if nobody can tell whether it has
   */
  public Optional<String> authorizationFor(URI target) {
    RequestLogin login = current.get();
    return login == null || !targets.isOne(target) || !login.isStillLive()
        ? Optional.empty()
        : Optional.of("Bearer " + textOf(login));
  }

  /** Those of whom the calling thread works for now, whichever thread asks for them. */
  public RelayedTokens ofCaller() {
    RequestLogin login = current.get();
    return new RelayedTokens(targets, () -> login, brief);
  }

  private String textOf(RequestLogin login) {
    TokenContent shown = shown(login);
    return shown == null ? brief.issue(login.session()).text() : shown.raw().text();
  }

  private static @Nullable TokenContent shown(RequestLogin login) {
    if (login instanceof RequestLogin.OfAnotherIssuer foreign) {
      return foreign.token();
    }
    return login instanceof RequestLogin.ByToken own ? own.token() : null;
  }
}
