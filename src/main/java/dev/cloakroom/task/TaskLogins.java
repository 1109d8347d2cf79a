package dev.cloakroom.task;

import dev.cloakroom.access.Caller;
import dev.cloakroom.servlet.RequestLogin;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Takes down whom the calling thread works for, to go along with what it hands to others. Safe for
 * use by several threads.
 */
public final class TaskLogins {
  private final CurrentLogin current;
  private final Caller container;
  private final Supplier<Set<String>> roles;

  /**
   * Takes the logins of these requests down.
   *
   * @param container knows the roles of the calling thread's caller
   * @param roles those of the application, asked for only where somebody is logged in: servers hand
   *     tasks over before the application has started, too
   */
  public TaskLogins(CurrentLogin current, Caller container, Supplier<Set<String>> roles) {
    this.current = current;
    this.container = container;
    this.roles = roles;
  }

  /** A task that hands over another does so for the same caller. */
  TaskLogin capture() {
    TaskLogin task = TaskLogin.current();
    if (task != null) {
      return task;
    }
    RequestLogin login = current.ofRequest();
    return login == null ? TaskLogin.NOBODY : new TaskLogin(login, rolesNow());
  }

  private Set<String> rolesNow() {
    return roles.get().stream().filter(container::isInRole).collect(Collectors.toUnmodifiableSet());
  }
}
