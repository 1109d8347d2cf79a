package dev.cloakroom.task;

import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Has the caller go along with what is handed to managed executors and contextual proxies: the
 * server finds it as a service in the application, and calls it when a task is handed over. Safe
 * for use by several threads.
 *
 * @see <a href="https://jakarta.ee/specifications/concurrency/3.0/">Jakarta Concurrency 3.0,
 *     section 3.3.3</a>
 */
public final class LoginContextProvider implements ThreadContextProvider {

  /**
   * The type of this context, for a {@code ContextServiceDefinition} that names what goes along.
   */
  public static final String TYPE = "dev.cloakroom.Login";

  /** Made by the server. */
  public LoginContextProvider() {}

  @Override
  public String getThreadContextType() {
    return TYPE;
  }

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> properties) {
    return snapshot(ofThisThread());
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
    return snapshot(TaskLogin.NOBODY);
  }

  private static ThreadContextSnapshot snapshot(TaskLogin login) {
    return () -> {
      @Nullable TaskLogin previous = TaskLogin.exchange(login);
      return () -> TaskLogin.exchange(previous);
    };
  }

  /** Of nobody where no application is known: a server may ask on a thread of its own. */
  private static TaskLogin ofThisThread() {
    try {
      Instance<TaskLogins> logins = CDI.current().select(TaskLogins.class);
      return logins.isResolvable() ? logins.get().capture() : TaskLogin.NOBODY;
    } catch (IllegalStateException noApplication) {
      return TaskLogin.NOBODY;
    }
  }
}
