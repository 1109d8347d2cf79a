package dev.cloakroom.scope;

import dev.cloakroom.event.SecurityEvent;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionBeans;
import dev.cloakroom.session.SessionEnder;
import dev.cloakroom.session.SessionEnvironment;
import dev.cloakroom.session.SessionEvents;
import dev.cloakroom.store.BeanState;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.FilterAround;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.web.ApplicationFilter;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** A CDI container with some beans of the scope, and requests that use them. Must be closed. */
final class ScopeFixture implements AutoCloseable {
  private final TestApplication app;
  private final HttpServletRequestWrapper current =
      new HttpServletRequestWrapper(FakeRequest.get("/nobody"));
  private final LoginScopeExtension scope = new LoginScopeExtension();
  private final SeContainer container;
  private final ApplicationFilter filter;

  /** A container with these beans. */
  ScopeFixture(TestApplication app, Class<?>... beans) {
    this.app = app;
    this.container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(beans)
            .addExtensions(scope, new Parts())
            .initialize();
    this.filter = FilterAround.of(app);
  }

  /** What the composition root adds. */
  private final class Parts implements Extension {
    @SuppressWarnings("UnusedMethod") // the container calls it
    void add(@Observes AfterBeanDiscovery discovery) {
      discovery
          .<LoginBeans>addBean()
          .types(LoginBeans.class)
          .scope(Singleton.class)
          .createWith(creation -> beans());
    }
  }

  private LoginBeans beans() {
    SessionBeans kept = new SessionBeans(app.sessions, app.settings.loginScoped().maxSize());
    Set<String> types = app.settings.loginScoped().types();
    return LoginBeans.of(scope, types, kept, current);
  }

  /** A bean, to be called within a request. */
  <T> T bean(Class<T> type) {
    return container.select(type).get();
  }

  /** What an application does with a request. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException, ServletException;
  }

  /** Answers a request of somebody who is logged in. */
  FakeResponse request(OpenedSession login, Work work) throws IOException, ServletException {
    return request(login, (request, response) -> work.run());
  }

  /** Answers a request of somebody who is logged in. */
  FakeResponse request(OpenedSession login, FilterChain application)
      throws IOException, ServletException {
    FakeRequest request = FakeRequest.get("/page");
    FakeResponse response = new FakeResponse();
    new RequestLogin.ByTicket(login.session(), login.ticket()).establish(request, response);
    var before = current.getRequest();
    current.setRequest(request);
    try {
      filter.doFilter(request, response, application);
    } finally {
      current.setRequest(before);
    }
    return response;
  }

  /** Ends sessions, and has their beans destroyed. */
  SessionEnder ender() {
    LeftBehindBeans leftBehind = new LeftBehindBeans(beans(), container.getBeanManager());
    SessionEvents events =
        new SessionEvents() {
          @Override
          public void accept(SecurityEvent event) {
            app.events.add(event);
          }

          @Override
          public void leftBehind(String sessionId, Map<String, BeanState> states) {
            leftBehind.destroy(sessionId, states);
          }
        };
    return new SessionEnder(
        new SessionEnvironment(
            app.store, app.settings.session(), app.sessions.tickets(), app.clock, events));
  }

  @Override
  public void close() {
    container.close();
  }
}
