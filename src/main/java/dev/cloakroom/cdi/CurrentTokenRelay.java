package dev.cloakroom.cdi;

import dev.cloakroom.TokenRelay;
import dev.cloakroom.relay.RelayedTokens;
import dev.cloakroom.relay.RelayingClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;

/** Passes on whom the calling thread works for. */
@ApplicationScoped
public class CurrentTokenRelay implements TokenRelay {

  /** Asked for when they are needed: this bean may be made before the initializer has run. */
  @Inject Provider<RelayedTokens> tokens;

  /** Made by the container. */
  public CurrentTokenRelay() {}

  @Override
  public Optional<String> authorizationFor(URI target) {
    return tokens.get().authorizationFor(target);
  }

  @Override
  public HttpClient through(HttpClient client) {
    return new RelayingClient(client, this::authorizationFor);
  }

  @Override
  public TokenRelay ofCaller() {
    return new OfCaller(tokens.get().ofCaller());
  }

  /** Passes on one caller. */
  private record OfCaller(RelayedTokens tokens) implements TokenRelay {

    @Override
    public Optional<String> authorizationFor(URI target) {
      return tokens.authorizationFor(target);
    }

    @Override
    public HttpClient through(HttpClient client) {
      return new RelayingClient(client, this::authorizationFor);
    }

    @Override
    public TokenRelay ofCaller() {
      return this;
    }

    @Override
    public String toString() {
      return "TokenRelay of a caller";
    }
  }
}
