package dev.cloakroom.access;

import dev.cloakroom.AccessDeniedException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
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
  @Inject Caller caller;

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
    if (!rule.admits(caller) && !Notification.isReceivedBy(call)) {
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
}
