package dev.cloakroom.cdi;

import dev.cloakroom.BearerTokens;
import dev.cloakroom.LoginSession;
import dev.cloakroom.LoginSnapshot;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.servlet.TicketRenewal;
import dev.cloakroom.session.NewProof;
import dev.cloakroom.task.CurrentLogin;
import dev.cloakroom.web.RequestElevation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The login session that the calling thread works for, asked for anew at each call. */
@ApplicationScoped
public class CurrentLoginSession implements LoginSession {
  @Inject CurrentLogin login;
  @Inject HttpServletRequest request;

  /** Asked for when it is needed: this bean may be made before the initializer has run. */
  @Inject Provider<TicketRenewal> renewal;

  @Inject Provider<RequestElevation> elevation;

  private LoginSession current() {
    RequestLogin known = login.find();
    return known == null ? AnonymousSession.INSTANCE : known.session();
  }

  @Override
  public boolean isAnonymous() {
    return current().isAnonymous();
  }

  @Override
  public String id() {
    return current().id();
  }

  @Override
  public String callerName() {
    return current().callerName();
  }

  @Override
  public Set<String> groups() {
    return current().groups();
  }

  @Override
  public Set<String> authenticationMethods() {
    return current().authenticationMethods();
  }

  @Override
  public Instant createdAt() {
    return current().createdAt();
  }

  @Override
  public Instant lastSeenAt() {
    return current().lastSeenAt();
  }

  @Override
  public Instant expiresAt() {
    return current().expiresAt();
  }

  @Override
  public String address() {
    return current().address();
  }

  @Override
  public String userAgent() {
    return current().userAgent();
  }

  @Override
  public boolean isFresh() {
    return current().isFresh();
  }

  @Override
  public int level() {
    return current().level();
  }

  @Override
  public Instant authenticatedAt(int level) {
    return current().authenticatedAt(level);
  }

  @Override
  public Optional<BearerTokens> elevate(int level, String... methods) {
    NewProof proof = new NewProof(level, Set.copyOf(List.of(methods)));
    if (login.ofRequest() == null) {
      return current().elevate(level, methods);
    }
    return elevation.get().now(request, proof);
  }

  /** Of one session, which may end between two calls. */
  @Override
  public LoginSnapshot snapshot() {
    return current().snapshot();
  }

  @Override
  public void rotate() {
    if (login.ofRequest() == null) {
      current().rotate();
    } else {
      renewal.get().now(request);
    }
  }
}
