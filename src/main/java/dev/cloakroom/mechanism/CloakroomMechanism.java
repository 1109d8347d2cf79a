package dev.cloakroom.mechanism;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.crossorigin.TrustedProxies;
import dev.cloakroom.servlet.AnswerCaching;
import dev.cloakroom.servlet.CorsAnswers;
import dev.cloakroom.servlet.EarlierCaller;
import dev.cloakroom.servlet.FormEncoding;
import dev.cloakroom.servlet.FrameProtection;
import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.servlet.Logout;
import dev.cloakroom.servlet.RequestIdentity;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.servlet.StrictTransport;
import dev.cloakroom.servlet.TicketRenewal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Logs a request's caller in by the session cookie or the bearer token that it carries, and a new
 * caller by the credential that the login endpoint, or the application itself, hands to {@code
 * SecurityContext.authenticate}. Safe for use by several threads.
 *
 * @see <a href="https://jakarta.ee/specifications/security/3.0/">Jakarta Security 3.0, section
 *     2</a>
 */
@ApplicationScoped
public class CloakroomMechanism implements HttpAuthenticationMechanism {
  @Inject CorsAnswers cors;
  @Inject TrustedProxies proxies;
  @Inject StrictTransport strictTransport;
  @Inject FrameProtection frames;
  @Inject LoginProcedure login;
  @Inject CredentialPaths ownPaths;
  @Inject OpenPlaces open;
  @Inject RequestIdentification identification;
  @Inject TicketRenewal renewal;
  @Inject Challenger challenger;
  @Inject Logout logout;
  @Inject CallerForm callers;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    proxies.see(request);
    if (cors.isPreflight(request)) {
      return preflight(context);
    }
    cors.tell(request, response);
    strictTransport.demand(request, response);
    frames.demand(response);
    Credential presented = context.getAuthParameters().getCredential();
    if (presented != null) {
      return login.run(presented, context);
    }
    if (ownPaths.includes(request)) {
      FormEncoding.tell(request);
      return OpenPlaces.answer(context);
    }
    RequestLogin fresh = LoginExchange.opened(request);
    RequestIdentity identity = fresh == null ? identification.of(request) : fresh;
    return identity instanceof RequestLogin known
        ? admitted(known, context)
        : challenger.challenge(
            cors.explained((RequestIdentity.Anonymous) identity, request), context);
  }

  /** Nobody is asked who they are. Where nothing is guarded, the filter answers. */
  private AuthenticationStatus preflight(HttpMessageContext context) {
    if (!OpenPlaces.isGuarded(context)) {
      return context.doNothing();
    }
    cors.answerPreflight(context.getRequest(), context.getResponse());
    return AuthenticationStatus.SEND_CONTINUE;
  }

  private AuthenticationStatus admitted(RequestLogin known, HttpMessageContext context) {
    HttpServletRequest request = context.getRequest();
    HttpServletResponse response = context.getResponse();
    if (context.isProtected()) {
      AnswerCaching.guard(request, response);
    }
    return established(renewal.ifDue(known, request, response), context);
  }

  /** Our endpoints answer each caller, also one for whom the container has nothing. */
  private AuthenticationStatus established(RequestLogin login, HttpMessageContext context) {
    if (OpenPlaces.isGuarded(context) && open.hasEndpointFor(context.getRequest())) {
      login.establish(context.getRequest(), context.getResponse());
      return OpenPlaces.answer(context);
    }
    return ContainerLogin.establish(login, context, callers);
  }

  @Override
  public void cleanSubject(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (!EarlierCaller.isSetAside(request) && logout.run(request, response).isUndecided()) {
      throw new StoreUnavailableException("Whose login a credential is of cannot be told.");
    }
    context.cleanClientSubject();
  }
}
