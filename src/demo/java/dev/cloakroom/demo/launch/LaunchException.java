package dev.cloakroom.demo.launch;

/** A start that cannot go on; the message tells a person what is wrong and how to fix it. */
public final class LaunchException extends Exception {

  private final int exitCode;

  LaunchException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The code to leave the process with, 1 to 255. */
  public int exitCode() {
    return exitCode;
  }
}
