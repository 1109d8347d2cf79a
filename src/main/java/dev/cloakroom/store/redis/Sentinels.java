package dev.cloakroom.store.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.SafeEncoder;

/**
 * Asks the sentinels which server is the master: the one that answered last is asked first, on a
 * connection that is kept. A sentinel is shown the password only if it asks for one. Safe for use
 * by several threads.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/sentinel-clients/">Guidelines for
 *     Redis clients with support for Redis Sentinel</a>
 */
final class Sentinels implements Locator {
  private final Dialing dialing;
  private final String master;
  private @Nullable Connection asked;
  private int turn;

  Sentinels(Dialing dialing, String master) {
    this.dialing = dialing;
    this.master = master;
  }

  @Override
  public synchronized HostAndPort locate() {
    HostAndPort known = askedAgain();
    if (known != null) {
      return known;
    }
    JedisException failure = new JedisException("no sentinel knows of " + master);
    for (HostAndPort sentinel : dialing.hosts()) {
      try {
        HostAndPort found = askedAt(sentinel);
        if (found != null) {
          return found;
        }
      } catch (JedisException e) {
        failure.addSuppressed(e);
      }
    }
    throw failure;
  }

  @Override
  public synchronized boolean hasMovedFrom(HostAndPort server) {
    HostAndPort known = asked == null ? askedNext() : askedAgain();
    return known != null && !known.equals(server);
  }

  /** One at a time, since whoever asks has no time to wait for all of them. */
  private @Nullable HostAndPort askedNext() {
    List<HostAndPort> sentinels = dialing.hosts();
    turn = (turn + 1) % sentinels.size();
    try {
      return askedAt(sentinels.get(turn));
    } catch (JedisException e) {
      return null;
    }
  }

  @Override
  public synchronized void close() {
    if (asked != null) {
      Closing.quietly(asked);
      asked = null;
    }
  }

  private @Nullable HostAndPort askedAgain() {
    Connection connection = asked;
    asked = null;
    try {
      return connection == null ? null : kept(connection);
    } catch (JedisException e) {
      return null;
    }
  }

  private @Nullable HostAndPort askedAt(HostAndPort sentinel) {
    Connection connection = dialing.anonymous(sentinel);
    try {
      return kept(connection);
    } catch (JedisDataException refused) {
      return kept(dialing.plain(sentinel));
    }
  }

  /** Asks on a connection, which is kept if it answers with a master. */
  private @Nullable HostAndPort kept(Connection connection) {
    HostAndPort found = null;
    try {
      found = answer(connection);
    } finally {
      if (found == null) {
        Closing.quietly(connection);
      } else {
        asked = connection;
      }
    }
    return found;
  }

  private @Nullable HostAndPort answer(Connection sentinel) {
    Object answer =
        sentinel.executeCommand(
            new CommandArguments(Command.SENTINEL).add("GET-MASTER-ADDR-BY-NAME").add(master));
    if (answer instanceof List<?> address
        && address.get(0) instanceof byte[] host
        && address.get(1) instanceof byte[] port) {
      return new HostAndPort(SafeEncoder.encode(host), Integer.parseInt(SafeEncoder.encode(port)));
    }
    return null;
  }
}
