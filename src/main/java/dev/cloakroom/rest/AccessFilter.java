package dev.cloakroom.rest;

import dev.cloakroom.access.AccessRule;
import dev.cloakroom.access.Caller;
import dev.cloakroom.access.RequiredProof;
import dev.cloakroom.access.ServerTypes;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.http.StepUp;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.web.CurrentRefusal;
import dev.cloakroom.web.DeniedCall;
import dev.cloakroom.web.ServedCaller;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;

/**
 * Lets callers with one of the roles through who have proven what must be; an anonymous caller is
 * answered 401 with a challenge, one with the role who has yet to prove more likewise, anybody else
 * 403, the same on every server. Where nobody may, the answer is 403 to everybody.
 */
final class AccessFilter implements ContainerRequestFilter {
  /** Before the server's own authorization, so that our answer is the one that is given. */
  static final int PRIORITY = Priorities.AUTHORIZATION - 100;

  private final AccessRule rule;
  private final Caller container;

  /**
   * A filter by this rule.
   *
   * @param container the caller that the container knows, whoever asks
   */
  AccessFilter(AccessRule rule, Caller container) {
    this.rule = rule;
    this.container = container;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    refusal(request).map(AccessFilter::response).ifPresent(request::abortWith);
  }

  /** What a request that may not go on is answered. */
  Optional<Answer> refusal(ContainerRequestContext request) {
    Caller caller = caller(request.getSecurityContext());
    if (rule.admits(caller)) {
      return Optional.empty();
    }
    if (rule.asksMoreOf(caller)) {
      return Optional.of(CurrentRefusal.of(stepUp(request)));
    }
    boolean loginCouldHelp = caller.isAnonymous() && !rule.isForNobody();
    return Optional.of(loginCouldHelp ? challenge(request) : Refusal.forbidden().answer());
  }

  /**
   * What the application has put in the place of the server's can take roles away, not give any.
   */
  private Caller caller(SecurityContext security) {
    Caller asked = new RequestCaller(security, container);
    return ServerTypes.made(security) ? asked : new Both(asked, container);
  }

  private record Both(Caller one, Caller other) implements Caller {

    @Override
    public boolean isAnonymous() {
      return one.isAnonymous() || other.isAnonymous();
    }

    @Override
    public boolean isInRole(String role) {
      return one.isInRole(role) && other.isInRole(role);
    }

    @Override
    public boolean hasProven(RequiredProof proof) {
      return one.hasProven(proof) && other.hasProven(proof);
    }
  }

  /**
   * The request hears what the container says: the server is about to ask it the same. What they
   * have proven nobody can say but us.
   */
  private record RequestCaller(SecurityContext security, Caller container) implements Caller {

    @Override
    public boolean isAnonymous() {
      return security.getUserPrincipal() == null;
    }

    @Override
    public boolean isInRole(String role) {
      return ServedCaller.isInRole(role, () -> security.isUserInRole(role));
    }

    @Override
    public boolean hasProven(RequiredProof proof) {
      return container.hasProven(proof);
    }
  }

  private Refusal stepUp(ContainerRequestContext request) {
    RequiredProof proof = rule.proof();
    return Refusal.stepUp(
        new StepUp(proof.level(), proof.within()),
        DeniedCall.presented(request.getProperty(RequestLogin.LOGIN)));
  }

  /** The request's attributes are its properties (Jakarta REST 3.1, section 6.1). */
  private static Answer challenge(ContainerRequestContext request) {
    return CurrentRefusal.of(Refusal.orNothingPresented(request.getProperty(Refusal.ATTRIBUTE)));
  }

  static Response response(Answer answer) {
    Answer left = CurrentRefusal.begun(answer);
    Response.ResponseBuilder response = Response.status(left.status()).entity(left.bytes());
    left.headers().forEach(header -> response.header(header.name(), header.value()));
    return response.build();
  }
}
