package dev.cloakroom.config;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a Redis or Valkey is and how to get in. Printed without the password.
 *
 * <pre>
 * redis://user:password@host:6379/0
 * redis-sentinel://user:password@host:26379,host2:26379/0?master=name
 * redis-cluster://user:password@host:6379,host2:6379
 * </pre>
 *
 * <p>{@code rediss}, {@code rediss-sentinel} and {@code rediss-cluster} are the same over TLS.
 * User, password (percent-encoded where need be), ports and database may be left out.
 *
 * @param topology how the servers belong together
 * @param transport whether TLS is spoken
 * @param hosts one server, or some of several
 * @param login who connects
 * @param database the number of the database; 0 in a cluster
 * @param master what sentinels call the master; null where there are none
 */
public record RedisUri(
    Topology topology,
    Transport transport,
    List<Host> hosts,
    Login login,
    int database,
    @Nullable String master) {

  private static final int PORT = 6379;
  private static final int SENTINEL_PORT = 26379;
  private static final Pattern FORM =
      Pattern.compile(
          "redis(?<tls>s)?(?<topology>-sentinel|-cluster)?://((?<login>([A-Za-z0-9._~!$&'()*+,;=:-]|%[0-9a-fA-F]{2})*)@)?"
              + "(?<hosts>[^@/?#]+)(/(?<database>[0-9]{1,4})?)?(\\?master=(?<master>[\\w.-]+))?");
  private static final Pattern HOST =
      Pattern.compile("(?<name>[A-Za-z0-9._-]+|\\[[0-9a-fA-F:]+])(:(?<port>[0-9]{1,5}))?");

  public RedisUri {
    hosts = List.copyOf(hosts);
  }

  /** How the servers belong together. */
  public enum Topology {
    /** One server. */
    SINGLE,
    /** A master and replicas, watched by sentinels, which are the hosts named. */
    SENTINEL,
    /** A cluster, of which some nodes are named. */
    CLUSTER
  }

  /** What is spoken to the servers. */
  public enum Transport {
    PLAIN,
    TLS
  }

  /** A server's name or address, and its port. */
  public record Host(String name, int port) {}

  /**
   * Who connects; never printed.
   *
   * @param user null for the default user
   * @param password null for none
   */
  public record Login(@Nullable String user, @Nullable String password) {
    @Override
    public String toString() {
      return "Login[***]";
    }
  }

  /** Reads a URI; empty if it has another form or parts that do not go together. */
  public static Optional<RedisUri> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || !isWhole(form)) {
      return Optional.empty();
    }
    Topology topology = topology(form);
    int port = topology == Topology.SENTINEL ? SENTINEL_PORT : PORT;
    String database = form.group("database");
    return Optional.of(
        new RedisUri(
            topology,
            form.group("tls") == null ? Transport.PLAIN : Transport.TLS,
            hosts(form).map(host -> host(host, port)).toList(),
            login(form.group("login")),
            database == null ? 0 : Integer.parseInt(database),
            form.group("master")));
  }

  private static boolean isWhole(Matcher form) {
    Topology topology = topology(form);
    String database = form.group("database");
    return (topology == Topology.SENTINEL) == (form.group("master") != null)
        && (topology != Topology.SINGLE || hosts(form).count() == 1)
        && (topology != Topology.CLUSTER || database == null || Integer.parseInt(database) == 0)
        && hosts(form).allMatch(RedisUri::isHost);
  }

  private static Topology topology(Matcher form) {
    String name = form.group("topology");
    if (name == null) {
      return Topology.SINGLE;
    }
    return name.equals("-sentinel") ? Topology.SENTINEL : Topology.CLUSTER;
  }

  private static Stream<String> hosts(Matcher form) {
    return Arrays.stream(form.group("hosts").split(",", -1));
  }

  private static boolean isHost(String text) {
    Matcher host = HOST.matcher(text);
    return host.matches()
        && (host.group("port") == null || Integer.parseInt(host.group("port")) <= 65535);
  }

  private static Host host(String text, int defaultPort) {
    Matcher host = HOST.matcher(text);
    if (!host.matches()) {
      throw new IllegalArgumentException("not a host: " + text);
    }
    String port = host.group("port");
    return new Host(host.group("name"), port == null ? defaultPort : Integer.parseInt(port));
  }

  private static Login login(@Nullable String text) {
    if (text == null) {
      return new Login(null, null);
    }
    int colon = text.indexOf(':');
    String user = colon > 0 ? decoded(text.substring(0, colon)) : null;
    return new Login(user, decoded(text.substring(colon + 1)));
  }

  private static String decoded(String part) {
    return URI.create("redis://" + part + "@host").getUserInfo();
  }
}
