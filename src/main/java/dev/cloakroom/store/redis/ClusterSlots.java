package dev.cloakroom.store.redis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisClusterCRC16;
import redis.clients.jedis.util.SafeEncoder;

/**
 * Asks the nodes of a cluster which of them has the slot that all keys of the application are in.
 * Remembers the nodes it was told of, so that those named in the settings may go. Safe for use by
 * several threads.
 *
 * @see <a href="https://redis.io/docs/latest/commands/cluster-slots/">CLUSTER SLOTS</a>
 */
final class ClusterSlots implements Locator {
  private final Dialing dialing;
  private final int slot;
  private final CommandArguments question;
  private volatile List<HostAndPort> toldOf = List.of();
  private @Nullable Connection asked;

  /**
   * For a slot.
   *
   * @param key any name of a key in it
   */
  ClusterSlots(Dialing dialing, String key) {
    this.dialing = dialing;
    this.question = new CommandArguments(Command.EXISTS).add(key);
    this.slot = JedisClusterCRC16.getSlot(key);
  }

  @Override
  public HostAndPort locate() {
    JedisException failure = new JedisException("no node of the cluster says who has slot " + slot);
    Set<HostAndPort> nodes = new LinkedHashSet<>(toldOf);
    nodes.addAll(dialing.hosts());
    for (HostAndPort node : nodes) {
      try {
        HostAndPort found = askedAt(node);
        if (found != null) {
          return found;
        }
      } catch (JedisException e) {
        failure.addSuppressed(e);
      }
    }
    throw failure;
  }

  /**
   * Asks the node itself for a key of the slot: one that has lost the slot, or the cluster, says
   * so, although it still answers on a channel.
   */
  @Override
  public synchronized boolean hasMovedFrom(HostAndPort server) {
    try {
      connectionTo(server).executeCommand(question);
      return false;
    } catch (JedisDataException refused) {
      return Failure.of(refused) == Failure.WRONG_SERVER;
    } catch (JedisException unreachable) {
      close();
      return false;
    }
  }

  private Connection connectionTo(HostAndPort server) {
    if (asked == null || !asked.getHostAndPort().equals(server)) {
      close();
      asked = dialing.commands(server);
    }
    return asked;
  }

  @Override
  public synchronized void close() {
    if (asked != null) {
      Closing.quietly(asked);
      asked = null;
    }
  }

  private @Nullable HostAndPort askedAt(HostAndPort node) {
    Connection connection = dialing.plain(node);
    try {
      Object answer = connection.executeCommand(new CommandArguments(Command.CLUSTER).add("SLOTS"));
      return answer instanceof List<?> ranges ? owner(ranges, node) : null;
    } finally {
      Closing.quietly(connection);
    }
  }

  /** Each range is its first slot, its last, the master's address, and those of replicas. */
  private @Nullable HostAndPort owner(List<?> ranges, HostAndPort asked) {
    HostAndPort owner = null;
    List<HostAndPort> nodes = new ArrayList<>();
    for (Object each : ranges) {
      List<?> range = (List<?>) each;
      HostAndPort master = address((List<?>) range.get(2), asked);
      nodes.add(master);
      if ((Long) range.get(0) <= slot && slot <= (Long) range.get(1)) {
        owner = master;
      }
    }
    toldOf = List.copyOf(nodes);
    return owner;
  }

  /** A node that does not know its own name means the one under which it was reached. */
  private static HostAndPort address(List<?> node, HostAndPort asked) {
    String host = node.get(0) instanceof byte[] name ? SafeEncoder.encode(name) : "";
    int port = Math.toIntExact((Long) node.get(1));
    return new HostAndPort(host.isEmpty() || host.equals("?") ? asked.getHost() : host, port);
  }
}
