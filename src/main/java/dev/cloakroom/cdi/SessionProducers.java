package dev.cloakroom.cdi;

import dev.cloakroom.LoginSessions;
import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.config.Settings;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.event.SecurityEvent;
import dev.cloakroom.factor.PendingLogins;
import dev.cloakroom.scope.LeftBehindBeans;
import dev.cloakroom.session.LoginElevation;
import dev.cloakroom.session.OwnSessions;
import dev.cloakroom.session.RefreshTokens;
import dev.cloakroom.session.SessionEnder;
import dev.cloakroom.session.SessionEnvironment;
import dev.cloakroom.session.SessionOpener;
import dev.cloakroom.session.SessionResolver;
import dev.cloakroom.session.StoredLoginSessions;
import dev.cloakroom.session.TicketRotation;
import dev.cloakroom.session.TicketSecrets;
import dev.cloakroom.session.TokenRevocations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** Builds the parts of a session's life, each once for an application. */
@Dependent
public class SessionProducers {

  /** Made by the container. */
  public SessionProducers() {}

  /** Whole milliseconds are what a store outside of this process keeps. */
  @Produces
  @Singleton
  @TimeOfSessions
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Produces
  @Singleton
  SessionEnvironment sessions(
      Deployment deployment,
      @TimeOfSessions Clock clock,
      RandomIds random,
      Event<SecurityEvent> events,
      Instance<LeftBehindBeans> leftBehind) {
    Settings settings = deployment.settings();
    return new SessionEnvironment(
        Stores.of(settings.store(), clock),
        settings.session(),
        new TicketSecrets(deployment.keys().deriveMacKey("ticket"), random),
        clock,
        new SecurityEvents(events, leftBehind::get));
  }

  void close(@Disposes SessionEnvironment sessions) {
    sessions.store().close();
  }

  @Produces
  @Singleton
  RandomIds random() {
    return new RandomIds();
  }

  @Produces
  @Singleton
  SessionResolver resolver(SessionEnvironment sessions) {
    return new SessionResolver(sessions);
  }

  @Produces
  @Singleton
  TicketRotation rotation(SessionEnvironment sessions) {
    return new TicketRotation(sessions);
  }

  @Produces
  @Singleton
  TokenRevocations revocations(SessionEnvironment sessions, Deployment deployment) {
    List<IssuerSettings> issuers = deployment.settings().issuers();
    return new TokenRevocations(
        sessions, name -> issuers.stream().anyMatch(issuer -> issuer.mayName(name)));
  }

  @Produces
  @Singleton
  SessionEnder ender(
      SessionEnvironment sessions,
      TokenRevocations revocations,
      PendingLogins pending,
      Deployment deployment) {
    boolean hasForeign = !deployment.settings().issuers().isEmpty();
    return new SessionEnder(sessions, hasForeign ? revocations : null).withWaiting(pending::drop);
  }

  @Produces
  @Singleton
  RefreshTokens refreshTokens(
      SessionEnvironment sessions, SessionEnder ender, Deployment deployment) {
    return new RefreshTokens(
        sessions,
        ender,
        deployment.keys().deriveMacKey("refresh"),
        deployment.settings().refresh().grace());
  }

  @Produces
  @Singleton
  SessionOpener opener(
      SessionEnvironment sessions,
      RandomIds random,
      RefreshTokens refreshTokens,
      Deployment deployment) {
    Settings settings = deployment.settings();
    return new SessionOpener(
        sessions,
        random,
        refreshTokens,
        new SessionOpener.Lifetimes(settings.remember(), settings.refresh()));
  }

  @Produces
  @Singleton
  LoginElevation elevation(
      SessionEnvironment sessions, RefreshTokens refreshTokens, RandomIds random) {
    return new LoginElevation(sessions, refreshTokens, random);
  }

  @Produces
  @Singleton
  OwnSessions own(SessionEnvironment sessions, SessionEnder ender) {
    return new OwnSessions(sessions, ender);
  }

  /** Behind a proxy: who has it injected early may use it late, and opens the store only then. */
  @Produces
  @ApplicationScoped
  LoginSessions loginSessions(SessionEnvironment sessions, SessionEnder ender) {
    return new StoredLoginSessions(sessions, ender);
  }
}
