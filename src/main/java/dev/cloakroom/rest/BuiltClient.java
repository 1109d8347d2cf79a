package dev.cloakroom.rest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What a client of Jakarta REST has been told by the builder of its implementation, which none of
 * its properties says. RESTEasy's engine knows whether it follows redirects, wherever it was told
 * that: by its own builder, that of MicroProfile REST Client, or a setting of that. Its interfaces
 * are known by their names: not each server has them, and not each that does shows them.
 */
final class BuiltClient {
  private static final String RESTEASY = "org.jboss.resteasy.client.jaxrs.ResteasyClient";

  private BuiltClient() {}

  /**
   * Whether it follows redirects; false where only properties say so.
   *
   * @throws IllegalStateException if it is RESTEasy's, and does not say
   */
  static boolean followsRedirects(Object client) {
    return followsRedirects(client, RESTEASY);
  }

  static boolean followsRedirects(Object client, String named) {
    return interfaces(client.getClass())
        .filter(type -> type.getName().equals(named))
        .findFirst()
        .filter(type -> isToldToFollow(client, type))
        .isPresent();
  }

  private static boolean isToldToFollow(Object client, Class<?> type) {
    try {
      Method engine = type.getMethod("httpEngine");
      Method follows = engine.getReturnType().getMethod("isFollowRedirects");
      return Boolean.TRUE.equals(follows.invoke(engine.invoke(client)));
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(
          "This client of RESTEasy does not say whether it follows redirects, and so passes nobody"
              + " on: send Authorization as TokenRelay.authorizationFor gives it.",
          e);
    }
  }

  private static Stream<Class<?>> interfaces(Class<?> type) {
    Stream<Class<?>> above =
        Stream.concat(Arrays.stream(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()));
    Stream<Class<?>> all = above.flatMap(BuiltClient::interfaces);
    return type.isInterface() ? Stream.concat(Stream.of(type), all) : all;
  }
}
