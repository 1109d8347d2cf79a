package dev.cloakroom.web;

import java.security.Principal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What the container has said of its caller's roles within one request. Of the very object that
 * stands for the caller: whoever logs in or out meanwhile has another. Safe for use by several
 * threads, since an asynchronous request has more than one.
 */
final class RoleAnswers {
  private final Principal caller;
  private final Map<String, Boolean> answers = new ConcurrentHashMap<>(2);

  RoleAnswers(Principal caller) {
    this.caller = caller;
  }

  boolean areOf(Principal asked) {
    return caller == asked;
  }

  /** Whether the caller is in a role; the container is asked the first time. */
  boolean to(String role, Predicate<String> container) {
    return answers.computeIfAbsent(role, container::test);
  }
}
