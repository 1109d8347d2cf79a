package dev.cloakroom.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives test classes their server, and keeps it from one class to the next. */
final class ServerExtension implements BeforeAllCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(ServerExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    servers(context).runWith(wantedDeployment(context));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningServer.class;
  }

  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    try {
      return StandingAddress.isMeant()
          ? StandingAddress.read().server()
          : RunningServer.onPorts(
              Integer.getInteger("it.http-port"), Integer.getInteger("it.https-port"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** In the root store, so that JUnit stops the server after the last class. */
  static CurrentServer servers(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(CurrentServer.class, key -> new CurrentServer(), CurrentServer.class);
  }

  private static Class<?> wantedDeployment(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(
            context.getRequiredTestClass(), OnServer.class, context.getEnclosingTestClasses())
        .orElseThrow()
        .value();
  }
}
