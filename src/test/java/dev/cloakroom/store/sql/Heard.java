package dev.cloakroom.store.sql;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.cloakroom.store.shared.ChangeListener;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Writes down what a listener hears, after it has heard it. */
final class Heard implements ChangeListener {
  private static final long LONGEST_WAIT = 60;

  private final ChangeListener listener;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  Heard(ChangeListener listener) {
    this.listener = listener;
  }

  /** One that nobody else listens to. */
  Heard() {
    this(
        new ChangeListener() {
          @Override
          public void connected() {}

          @Override
          public void disconnected() {}

          @Override
          public void changed(String id, long version) {}

          @Override
          public void everythingChanged() {}
        });
  }

  /** Waits until something is heard, and passes over whatever came before. */
  void await(String expected) throws InterruptedException {
    String one = heard.poll(LONGEST_WAIT, SECONDS);
    while (!expected.equals(one)) {
      if (one == null) {
        throw new AssertionError("not heard: " + expected);
      }
      one = heard.poll(LONGEST_WAIT, SECONDS);
    }
  }

  @Override
  public void connected() {
    listener.connected();
    heard.add("connected");
  }

  @Override
  public void disconnected() {
    listener.disconnected();
    heard.add("disconnected");
  }

  @Override
  public void changed(String id, long version) {
    listener.changed(id, version);
    heard.add(id + " " + version);
  }

  @Override
  public void everythingChanged() {
    listener.everythingChanged();
    heard.add("everything");
  }
}
