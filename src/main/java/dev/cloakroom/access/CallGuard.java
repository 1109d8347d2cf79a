package dev.cloakroom.access;

import dev.cloakroom.AccessDeniedException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;

/**
 * Holds those who call beans to the rules of an application. Safe for use by several threads.
 *
 * @param rules of its methods
 * @param caller stands for that of whichever thread asks
 */
record CallGuard(AccessRules rules, Caller caller) {

  /** Asked for here, and not by the extension, which some servers see in several bean archives. */
  static CallGuard ofTheApplication() {
    CDI<Object> application = CDI.current();
    return new CallGuard(
        application.select(AccessRules.class).get(), application.select(Caller.class).get());
  }

  /**
   * Lets a call go on that the caller may make.
   *
   * @throws AccessDeniedException if they may not
   */
  void check(InvocationContext call) {
    Method method = call.getMethod();
    AccessRule rule = rules.of(call.getTarget().getClass(), method);
    if (!rule.admits(caller) && !Notification.isReceivedBy(call)) {
      throw refusal(method, rule);
    }
  }

  private static AccessDeniedException refusal(Method method, AccessRule rule) {
    String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    String message = name + " is for " + rule + ".";
    return rule.isForNobody()
        ? AccessDeniedException.forNobody(message)
        : new AccessDeniedException(message);
  }
}
