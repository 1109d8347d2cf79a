package dev.cloakroom.web;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.http.Refusal.Presented;
import dev.cloakroom.http.StepUp;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.servlet.RequestRefusal;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What whoever sent a request is refused for, once a rule of the application has said so. */
public final class DeniedCall {

  private DeniedCall() {}

  /**
   * The refusal.
   *
   * @param denied what the rule said; null for one of the container, which does not say why
   */
  public static Refusal refusal(
      @Nullable AccessDeniedException denied, HttpServletRequest request) {
    if (denied == null) {
      return RequestRefusal.of(request);
    }
    if (denied.isForNobody()) {
      return Refusal.forbidden();
    }
    if (denied.isLoginOver()) {
      return RequestRefusal.ofNobody(request);
    }
    return denied.isStepUp()
        ? Refusal.stepUp(stepUp(denied), presented(RequestLogin.of(request)))
        : RequestRefusal.of(request);
  }

  private static StepUp stepUp(AccessDeniedException denied) {
    return new StepUp(denied.requiredLevel(), denied.requiredWithin());
  }

  /** By what the caller of a request has logged in. */
  public static Presented presented(@Nullable Object login) {
    return login instanceof RequestLogin.ByBearer ? Presented.BEARER : Presented.COOKIE;
  }
}
