package dev.cloakroom.store.sql;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.store.remote.Change;
import dev.cloakroom.store.remote.ChangeListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Listens to PostgreSQL for changes, on a thread and a connection of its own, until it is closed.
 * It asks for a sign of life about every second, so a channel that is dead is noticed within three.
 */
final class ChangeChannel implements Runnable {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.store");

  /** Only when the database did not answer at the start. */
  private static final String SUPPOSED_OTHERWISE =
      "This data source cannot tell of changes to login sessions, which was not known when the"
          + " application started: each is read from the database. Start the application again"
          + " to have copies kept for a limited time.";

  /** A channel that is dead could not be told from one on which nothing happens. */
  private static final String UNLIMITED =
      "Changes to login sessions are not told to this node: connections of this data source take"
          + " no network timeout, so each session is read from the database.";

  private static final int WAIT_MILLIS = 500;
  private static final long BETWEEN_SIGNS = Duration.ofMillis(900).toNanos();
  private static final Duration LONGEST_SILENCE = Duration.ofMillis(1500);
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 1_000;

  private final DataSource source;
  private final String channel;
  private final ChangeListener listener;
  private final CountDownLatch closed = new CountDownLatch(1);
  private boolean connected;
  private boolean failed;
  private long pauseMillis = FIRST_PAUSE_MILLIS;

  ChangeChannel(DataSource source, String channel, ChangeListener listener) {
    this.source = source;
    this.channel = channel;
    this.listener = listener;
  }

  /** Stops listening, soon. */
  void close() {
    closed.countDown();
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  @Override
  public void run() {
    while (!isClosed()) {
      try (Borrowed borrowed = Borrowed.from(source, LONGEST_SILENCE)) {
        listen(borrowed);
      } catch (SQLException | RuntimeException e) {
        failed(e);
      } finally {
        disconnected();
      }
      pause();
    }
  }

  private void listen(Borrowed borrowed) throws SQLException {
    Notifications notifications = Notifications.of(borrowed.connection());
    if (notifications == null) {
      giveUp(SUPPOSED_OTHERWISE);
      return;
    }
    if (!borrowed.isLimited()) {
      giveUp(UNLIMITED);
      return;
    }
    try {
      follow(borrowed.connection(), notifications);
      run(borrowed.connection(), "unlisten *");
    } catch (SQLException | RuntimeException e) {
      // A connection that may still listen is of no use to anybody else.
      borrowed.discard();
      throw e;
    }
  }

  private void giveUp(String why) {
    LOG.log(WARNING, why);
    close();
  }

  private void follow(Connection connection, Notifications notifications) throws SQLException {
    run(connection, "listen " + channel);
    connected();
    long lastSign = System.nanoTime();
    while (!isClosed()) {
      notifications.await(WAIT_MILLIS).forEach(this::tell);
      if (System.nanoTime() - lastSign > BETWEEN_SIGNS) {
        run(connection, "select 1");
        lastSign = System.nanoTime();
      }
    }
  }

  private void tell(String sent) {
    Change change = Change.parse(sent);
    if (change == null) {
      listener.everythingChanged();
    } else {
      listener.changed(change.id(), change.version());
    }
  }

  private static void run(Connection connection, String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private void connected() {
    listener.connected();
    connected = true;
    pauseMillis = FIRST_PAUSE_MILLIS;
    if (failed) {
      LOG.log(INFO, "The database tells of changes to login sessions again.");
      failed = false;
    }
  }

  private void disconnected() {
    if (connected) {
      connected = false;
      listener.disconnected();
    }
  }

  /** Once for each outage. */
  private void failed(Exception why) {
    if (!failed && !isClosed()) {
      failed = true;
      LOG.log(
          WARNING,
          "The database does not tell of changes to login sessions, so each is read from it until"
              + " it does again: "
              + why.getMessage());
    }
  }

  private void pause() {
    try {
      if (closed.await(pauseMillis, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      close();
    }
    pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, 2 * pauseMillis);
  }
}
