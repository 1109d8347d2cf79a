package dev.cloakroom.access;

import dev.cloakroom.AccessDeniedException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers through whom the rule of the method admits, before anything else that is bound to
 * the bean. Serializable because the beans of a session must be.
 */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class AccessInterceptor implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject AccessExtension beans;
  @Inject SecurityContext security;
  @Inject HttpServletRequest request;

  /** Made by the container. */
  public AccessInterceptor() {}

  /**
   * Goes on with the call, if the caller may make it.
   *
   * @throws AccessDeniedException if not
   */
  @AroundInvoke
  public @Nullable Object guard(InvocationContext call) throws Exception {
    Method method = call.getMethod();
    AccessRule rule = beans.rules().of(call.getTarget().getClass(), method);
    if (!rule.admits(new ContainerCaller(security, request)) && !Notification.isReceivedBy(call)) {
      throw refusal(method, rule);
    }
    return call.proceed();
  }

  private static AccessDeniedException refusal(Method method, AccessRule rule) {
    String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    String message = name + " is for " + rule + ".";
    return rule.isForNobody()
        ? AccessDeniedException.forNobody(message)
        : new AccessDeniedException(message);
  }

  /**
   * The caller as the container knows them. By the type of the principal: on some servers there is
   * one for an anonymous caller, too. By the request as well: where the JVM has no policy any more,
   * there is a server whose security context knows no role.
   */
  private record ContainerCaller(SecurityContext security, HttpServletRequest request)
      implements Caller {

    @Override
    public boolean isAnonymous() {
      return security.getPrincipalsByType(CallerPrincipal.class).isEmpty();
    }

    @Override
    public boolean isInRole(String role) {
      return security.isCallerInRole(role) || isInRoleOfTheRequest(role);
    }

    /**
     * Where there is no request to ask, nobody is: outside of one, and in an Enterprise Bean on a
     * server whose request knows only the components of the web module. That one says so by a
     * ClassCastException.
     */
    private boolean isInRoleOfTheRequest(String role) {
      try {
        return request.isUserInRole(role);
      } catch (ContextNotActiveException | IllegalStateException | ClassCastException noRequest) {
        return false;
      }
    }
  }
}
