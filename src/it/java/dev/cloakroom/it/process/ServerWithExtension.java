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
    Variant variant = wanted.variant().here();
    variant.startedTogether().forEach(each -> starting(each, context));
    return starting(variant, context).server().with(wanted.value());
  }

  private static StartingServer starting(Variant variant, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(variant, StartingServer::new, StartingServer.class);
  }
}
