package dev.cloakroom.rest;

import dev.cloakroom.http.Answer;
import dev.cloakroom.web.CsrfDeferral;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/**
 * Stands before each resource method that is not exempt, where others are: refuses a request that
 * lacks its CSRF token.
 */
final class CsrfGate implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    Answer refusal = CsrfDeferral.refusal(request::getProperty);
    if (refusal != null) {
      request.abortWith(AccessFilter.response(refusal));
    }
  }
}
