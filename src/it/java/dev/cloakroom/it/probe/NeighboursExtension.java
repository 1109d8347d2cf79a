package dev.cloakroom.it.probe;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the server when the first class asks for it; JUnit stops it after the last class. */
final class NeighboursExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(NeighboursExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ServerProcess.class;
  }

  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(ServerProcess.class, key -> start(), ServerProcess.class);
  }

  private static ServerProcess start() {
    try {
      Path folder =
          Files.createDirectories(
              Path.of("target", "neighbours", RunningServer.name()).toAbsolutePath());
      return ServerProcess.with(NeighbourWars.all(folder), folder.resolve("server"));
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException("the server with many WARs did not start", failed);
    }
  }
}
