package dev.cloakroom.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The client in the built JAR, with nothing beside that but the JDK. */
@OnServer
class PackedClientIT {
  private static final Path JAR = Path.of(System.getProperty("cloakroom.jar"));

  private final String address;

  PackedClientIT(RunningServer server) {
    this.address = server.http("/api").toString();
  }

  @Test
  void jar_logsInAndOutAlone() throws Exception {
    URL[] jar = {JAR.toUri().toURL()};
    try (URLClassLoader alone = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = alone.loadClass("dev.cloakroom.client.LoginClient");
      Object client = type.getMethod("of", String.class).invoke(null, address);

      Object state =
          type.getMethod("login", String.class, String.class).invoke(client, "alice", "123");

      assertThat(state.toString()).contains("who: alice", "access token ***", "sid=***");
      assertThat(type.getMethod("get", String.class).invoke(client, "/me").toString())
          .startsWith("200 for GET");
      assertThat(type.getMethod("logout").invoke(client).toString()).contains("who: nobody");
    }
  }
}
