package dev.cloakroom.testing;

/** Threads that end with the JVM, if not before. */
public final class Daemon {

  private Daemon() {}

  /** Runs something in a thread of that name. */
  public static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
