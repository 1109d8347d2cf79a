package dev.cloakroom.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.store.shared.ChangeListener;
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
 * @see <a href="https://redis.io/docs/latest/commands/client-tracking/">CLIENT TRACKING</a>
 */
final class Channel extends BinaryJedisPubSub implements AutoCloseable {
  private static final byte[] INVALIDATIONS = "__redis__:invalidate".getBytes(UTF_8);

  private final Connection connection;
  private final KeyNames keys;
  private final Told told;
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
    proceed(connection, INVALIDATIONS);
  }

  boolean wasConnected() {
    return connected;
  }

  @Override
  public void onSubscribe(byte[] channel, int count) {
    connected = true;
    told.back().run();
    told.listener().connected();
  }

  /** A name for each key that changed or is gone; none if the whole database was emptied. */
  @Override
  public void onMessage(byte[] channel, byte @Nullable [] key) {
    String name = key == null ? "" : new String(key, UTF_8);
    if (name.startsWith(keys.sessions())) {
      String id = name.substring(keys.sessions().length());
      told.listener().changed(id, ChangeListener.UNKNOWN_VERSION);
    } else {
      told.listener().everythingChanged();
    }
  }

  @Override
  public void close() {
    Closing.quietly(connection);
  }
}
