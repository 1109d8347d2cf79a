package dev.cloakroom.task;

import dev.cloakroom.access.Caller;
import dev.cloakroom.access.RequiredProof;
import dev.cloakroom.servlet.RequestLogin;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a task works for: the caller who handed it over, with the roles of that moment, for as long
 * as their login lasts; or nobody. Immutable; safe for use by several threads.
 */
public final class TaskLogin implements Caller {

  /** The task of nobody. */
  public static final TaskLogin NOBODY = new TaskLogin(null, Set.of());

  private static final ThreadLocal<@Nullable TaskLogin> OF_THREAD = new ThreadLocal<>();

  private final @Nullable RequestLogin login;
  private final Set<String> roles;

  TaskLogin(@Nullable RequestLogin login, Set<String> roles) {
    this.login = login;
    this.roles = Set.copyOf(roles);
  }

  /** That of the task that the calling thread runs; null if it runs none. */
  public static @Nullable TaskLogin current() {
    return OF_THREAD.get();
  }

  /**
   * Puts another in the place of the calling thread's; null if it goes on without a task.
   *
   * @return what was in its place
   */
  static @Nullable TaskLogin exchange(@Nullable TaskLogin next) {
    TaskLogin previous = OF_THREAD.get();
    if (next == null) {
      OF_THREAD.remove();
    } else {
      OF_THREAD.set(next);
    }
    return previous;
  }

  /**
   * The login; null for nobody, and once it is over.
   *
   * @throws dev.cloakroom.StoreUnavailableException if the store cannot tell whether it is
   */
  @Nullable RequestLogin login() {
    return login != null && login.isStillLive() ? login : null;
  }

  @Override
  public boolean isAnonymous() {
    return login() == null;
  }

  @Override
  public boolean isInRole(String role) {
    return roles.contains(role) && !isAnonymous();
  }

  @Override
  public boolean hasProven(RequiredProof proof) {
    RequestLogin live = login();
    return live != null && live.hasProven(proof.level(), proof.within());
  }
}
