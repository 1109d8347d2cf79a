package dev.cloakroom.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.store.remote.Change;
import dev.cloakroom.store.remote.ChangeListener;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;

/**
 * One connection on which a server tells of changes. It tracks all records and names itself as the
 * one to tell, so there is no second connection whose end could go unnoticed.
 *
 * <p>Tracking tells of whatever happens to a record, but not what. So each script publishes besides
 * which version it makes: Redis sends what was published while a command ran, and names the records
 * that were touched when it is done with all commands at hand. A record named without that has an
 * unknown version.
 *
 * @see <a href="https://redis.io/docs/latest/commands/client-tracking/">CLIENT TRACKING</a>
 */
final class Channel extends BinaryJedisPubSub implements AutoCloseable {
  private static final byte[] INVALIDATIONS = "__redis__:invalidate".getBytes(UTF_8);
  private static final int CHANNELS = 2;
  private static final int MOST_EXPLAINED = 10_000;

  private final Connection connection;
  private final KeyNames keys;
  private final Told told;

  /** Published in this turn of the server's, and not yet named as touched. */
  private final Set<String> explained = new HashSet<>();

  private boolean turnEnds;
  private volatile boolean connected;

  /**
   * Whom to tell.
   *
   * @param listener of changes
   * @param back called before {@link ChangeListener#connected()}
   */
  record Told(ChangeListener listener, Runnable back) {}

  Channel(Connection connection, KeyNames keys, Told told) {
    this.connection = connection;
    this.keys = keys;
    this.told = told;
  }

  HostAndPort server() {
    return connection.getHostAndPort();
  }

  /** Tells of changes until the connection is lost. */
  void hear() {
    Object id = connection.executeCommand(new CommandArguments(Command.CLIENT).add("ID"));
    connection.executeCommand(
        new CommandArguments(Command.CLIENT)
            .addObjects("TRACKING", "ON", "REDIRECT", id, "BCAST")
            .addObjects("PREFIX", keys.sessions(), "PREFIX", keys.markOfAll()));
    proceed(connection, INVALIDATIONS, keys.changes().getBytes(UTF_8));
  }

  boolean wasConnected() {
    return connected;
  }

  @Override
  public void onSubscribe(byte[] channel, int count) {
    if (count == CHANNELS) {
      connected = true;
      told.back().run();
      told.listener().connected();
    }
  }

  @Override
  public void onMessage(byte[] channel, byte @Nullable [] message) {
    String text = message == null ? "" : new String(message, UTF_8);
    if (Arrays.equals(channel, INVALIDATIONS)) {
      touched(text);
    } else {
      published(text);
    }
  }

  private void published(String text) {
    Change change = Change.parse(text);
    if (turnEnds || explained.size() == MOST_EXPLAINED) {
      explained.clear();
      turnEnds = false;
    }
    if (change != null) {
      explained.add(change.id());
      told.listener().changed(change.id(), change.version());
    }
  }

  /** The key that changed or is gone; an empty name if the whole database was emptied. */
  private void touched(String key) {
    turnEnds = true;
    if (!key.startsWith(keys.sessions())) {
      explained.clear();
      told.listener().everythingChanged();
      return;
    }
    String id = key.substring(keys.sessions().length());
    if (!explained.remove(id)) {
      told.listener().changed(id, ChangeListener.UNKNOWN_VERSION);
    }
  }

  @Override
  public void close() {
    Closing.quietly(connection);
  }
}
