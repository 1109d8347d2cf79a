package dev.cloakroom.client;

import java.util.Optional;

/** Keeps nothing: the tokens live and end with the client. */
final class NoTokenStore implements TokenStore {

  @Override
  public Optional<Tokens> load() {
    return Optional.empty();
  }

  @Override
  public void save(Tokens tokens) {
    // the client has them
  }

  @Override
  public void clear() {
    // the client has forgotten them
  }
}
