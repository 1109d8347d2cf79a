package dev.cloakroom.it.process;

import dev.cloakroom.it.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A server that {@link OnServerWith} speaks of. Not thread-safe: classes are tested one after the
 * other.
 */
final class SharedServer implements AutoCloseable {
  private final Path folder;
  private final ServerProcess process;
  private final Set<Class<? extends Wars>> deployed = new HashSet<>();

  private SharedServer(Path folder, ServerProcess process) {
    this.folder = folder;
    this.process = process;
  }

  static SharedServer start(Variant variant) {
    Path folder =
        Path.of("target", "shared-servers", RunningServer.name(), variant.name()).toAbsolutePath();
    try {
      return new SharedServer(folder, ServerProcess.in(folder.resolve("server"), variant));
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException("the server did not start", failed);
    }
  }

  /** The server, with these WARs deployed, or refused. */
  ServerProcess with(Class<? extends Wars> wanted) {
    if (deployed.add(wanted)) {
      try {
        deploy(wanted);
      } catch (IOException | InterruptedException failed) {
        throw new IllegalStateException(wanted + " cannot be deployed", failed);
      }
    }
    return process;
  }

  private void deploy(Class<? extends Wars> wanted) throws IOException, InterruptedException {
    Path files = Files.createDirectories(folder.resolve(wanted.getSimpleName()));
    for (Archive<?> war : ReflectionSupport.newInstance(wanted).in(files)) {
      process.deploy(war);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
