package dev.cloakroom.it.process;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the server when the first class asks for it; JUnit stops it after the last class. */
final class ServerWithExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(ServerWithExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ServerProcess.class;
  }

  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    OnServerWith wanted =
        AnnotationSupport.findAnnotation(context.getRequiredTestClass(), OnServerWith.class)
            .orElseThrow();
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(wanted.variant().here(), SharedServer::start, SharedServer.class)
        .with(wanted.value());
  }
}
