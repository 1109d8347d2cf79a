package dev.cloakroom.store.redis;

import dev.cloakroom.config.RedisUri;
import dev.cloakroom.config.RedisUri.Login;
import dev.cloakroom.config.RedisUri.Topology;
import dev.cloakroom.config.RedisUri.Transport;
import java.time.Duration;
import java.util.List;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;

/**
 * Opens connections, all with the same login, transport and limits of time. TLS uses the JDK's
 * trust store and checks the server's name. Immutable.
 */
final class Dialing {
  private static final Login NOBODY = new Login(null, null);
  private static final SslOptions TLS =
      SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build();

  private final RedisUri uri;
  private final int timeout;

  /**
   * For the servers of a URI.
   *
   * @param timeout how long one answer may take; a connection has half of it to come about, so that
   *     there is time left to try another address
   */
  Dialing(RedisUri uri, Duration timeout) {
    this.uri = uri;
    this.timeout = Math.toIntExact(timeout.toMillis());
  }

  List<HostAndPort> hosts() {
    return uri.hosts().stream().map(host -> new HostAndPort(host.name(), host.port())).toList();
  }

  /** A connection for commands. */
  Connection commands(HostAndPort server) {
    return new Connection(server, config(uri.login()).database(database()).build());
  }

  /** A connection for messages, on which something must arrive every so often. */
  Connection messages(HostAndPort server, Duration silence) {
    return new Connection(
        server,
        config(uri.login())
            .database(database())
            .blockingSocketTimeoutMillis(Math.toIntExact(silence.toMillis()))
            .build());
  }

  /** A connection that shows no password, to a server that may not want one. */
  Connection anonymous(HostAndPort server) {
    return new Connection(server, config(NOBODY).build());
  }

  /** A connection to a server that is not asked for sessions. */
  Connection plain(HostAndPort server) {
    return new Connection(server, config(uri.login()).build());
  }

  private int database() {
    return uri.topology() == Topology.CLUSTER ? 0 : uri.database();
  }

  private DefaultJedisClientConfig.Builder config(Login login) {
    return DefaultJedisClientConfig.builder()
        .serverDefaultProtocol()
        .connectionTimeoutMillis(Math.max(1, timeout / 2))
        .socketTimeoutMillis(timeout)
        .sslOptions(uri.transport() == Transport.TLS ? TLS : null)
        .user(login.user())
        .password(login.password())
        .clientName("cloakroom")
        .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
  }
}
