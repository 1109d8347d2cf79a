package dev.cloakroom.it.process;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.StandingAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
  private final Variant variant;
  private final Set<Class<? extends Wars>> deployed = new HashSet<>();
  private final List<String> wars = new ArrayList<>();

  private SharedServer(Path folder, ServerProcess process, Variant variant) {
    this.folder = folder;
    this.process = process;
    this.variant = variant;
  }

  static SharedServer start(Variant variant) {
    Path folder =
        Path.of("target", "shared-servers", RunningServer.name(), variant.name()).toAbsolutePath();
    try {
      return new SharedServer(
          folder,
          stays(variant)
              ? StandingServer.cleared()
              : ServerProcess.in(folder.resolve("server"), variant),
          variant);
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException("the server did not start", failed);
    }
  }

  private static boolean stays(Variant variant) {
    return StandingAddress.isMeant() && variant == Variant.AS_ADVISED;
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
      wars.add(war.getName());
    }
  }

  /** One that stays is left as it was found. */
  @Override
  public void close() {
    if (!stays(variant)) {
      process.close();
      return;
    }
    try {
      process.clear(wars);
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException("the server's WARs are still there", failed);
    }
  }
}
