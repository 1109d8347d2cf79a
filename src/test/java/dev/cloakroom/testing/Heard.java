package dev.cloakroom.testing;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.cloakroom.store.remote.ChangeListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;

/** Writes down what a listener hears, after it has heard it. */
public final class Heard implements ChangeListener {
  private static final long LONGEST_WAIT = 60;

  private final ChangeListener listener;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  /** Passes on what it hears to a listener. */
  public Heard(ChangeListener listener) {
    this.listener = listener;
  }

  /** One that nobody else listens to. */
  public Heard() {
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
  public void await(String expected) throws InterruptedException {
    until(expected);
  }

  /** As {@link #await}, for a change of a record, whatever its version is. */
  public void awaitChangeOf(String id) throws InterruptedException {
    until(id, one -> one.startsWith(id + " "));
  }

  /** Waits until something is heard, and gives what came before. */
  public List<String> until(String expected) throws InterruptedException {
    return until(expected, expected::equals);
  }

  private List<String> until(String expected, Predicate<String> isIt) throws InterruptedException {
    List<String> before = new ArrayList<>();
    String one = next(expected);
    while (!isIt.test(one)) {
      before.add(one);
      one = next(expected);
    }
    return before;
  }

  private String next(String expected) throws InterruptedException {
    String one = heard.poll(LONGEST_WAIT, SECONDS);
    if (one == null) {
      throw new AssertionError("not heard: " + expected);
    }
    return one;
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
