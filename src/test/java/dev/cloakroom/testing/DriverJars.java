package dev.cloakroom.testing;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The drivers of the stores as files, for applications that are packed for a server. */
public final class DriverJars {

  /** One class of each JAR that Jedis needs to be loaded. */
  private static final List<Class<?>> JEDIS =
      List.of(
          redis.clients.jedis.Connection.class,
          org.apache.commons.pool2.ObjectPool.class,
          org.slf4j.Logger.class,
          redis.clients.authentication.core.Token.class,
          com.google.gson.Gson.class,
          org.json.JSONObject.class);

  private DriverJars() {}

  /** The driver of Redis, and what it needs. */
  public static List<Path> jedis() {
    return JEDIS.stream().map(DriverJars::file).toList();
  }

  /** The driver of PostgreSQL. */
  public static List<Path> postgres() {
    return Stream.of(org.postgresql.Driver.class).map(DriverJars::file).toList();
  }

  private static Path file(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
