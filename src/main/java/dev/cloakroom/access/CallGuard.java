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
    AccessRule rule = rule(call.getTarget().getClass(), method);
    if (!rule.admits(caller) && !Notification.isReceivedBy(call)) {
      throw refusal(method, rule);
    }
  }

  /**
   * The container of Enterprise Beans has held them to roles, by whom it knows the caller to be.
   */
  private AccessRule rule(Class<?> type, Method method) {
    AccessRule rule = rules.of(type, method);
    return rule.proof().isAsked() && ComponentKind.of(Lineage.written(type)).holdsToRoles(method)
        ? AccessRule.EVERYBODY.with(rule.proof())
        : rule;
  }

  private AccessDeniedException refusal(Method method, AccessRule rule) {
    String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    String message = name + " is for " + rule + ".";
    if (rule.asksMoreOf(caller)) {
      return AccessDeniedException.stepUp(message, rule.proof().level(), rule.proof().within());
    }
    return rule.isForNobody()
        ? AccessDeniedException.forNobody(message)
        : new AccessDeniedException(message);
  }
}
