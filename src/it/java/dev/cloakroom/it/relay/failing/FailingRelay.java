package dev.cloakroom.it.relay.failing;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.TokenRelay;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;

/** Stands for ours while its store is away. */
@Alternative
@Priority(1)
@ApplicationScoped
public class FailingRelay implements TokenRelay {

  @Override
  public Optional<String> authorizationFor(URI target) {
    throw new StoreUnavailableException("The probe's store is told to fail.");
  }

  @Override
  public HttpClient through(HttpClient client) {
    return client;
  }

  @Override
  public TokenRelay ofCaller() {
    return this;
  }
}
