package dev.cloakroom.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
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

  /** Made by the container. */
  public AccessInterceptor() {}

  /**
   * Goes on with the call, if the caller may make it.
   *
   * @throws dev.cloakroom.AccessDeniedException if not
   */
  @AroundInvoke
  public @Nullable Object guard(InvocationContext call) throws Exception {
    beans.calls().check(call);
    return call.proceed();
  }
}
