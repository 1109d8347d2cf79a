package dev.cloakroom.web;

import static java.lang.System.Logger.Level.ERROR;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells whoever runs a server that it does not let Cloakroom log callers in, and what to do about
 * it. Once in an application's life: every login fails for the same reason. Safe for use by several
 * threads.
 */
public final class VetoAdvice {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.web");

  private final String advice;
  private final AtomicBoolean given = new AtomicBoolean();

  /**
   * Advice that has not been given yet.
   *
   * @param advice what to do, in one line
   */
  public VetoAdvice(String advice) {
    this.advice = advice;
  }

  /** The server answered a login by itself. */
  void mechanismNotAsked() {
    tell(
        "The server did not ask Cloakroom's mechanism about a login: another authentication"
            + " mechanism stands before it. Remove that from the application or from the server's"
            + " configuration.");
  }

  /** The server asked, and then did not take the caller for logged in. */
  void callerNotAccepted() {
    tell("The server does not accept whom Cloakroom logged in. " + advice);
  }

  private void tell(String line) {
    if (given.compareAndSet(false, true)) {
      LOG.log(ERROR, line + " Every login fails until then; this is said once.");
    }
  }
}
