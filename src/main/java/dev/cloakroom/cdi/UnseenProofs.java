package dev.cloakroom.cdi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.cloakroom.AuthenticationLevel;
import dev.cloakroom.Fresh;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Beans of archives that do not know Cloakroom, as those beside the WAR that has it: what they ask
 * for by its annotations the virtual machine forgets, and nobody would ask for it. Only the files
 * of their classes tell.
 */
final class UnseenProofs {
  private static final String WHY =
      " asks for a proof by an annotation that its archive does not know, so that nobody would ask for"
          + " it. Have the bean in the WAR, which has the JAR in its WEB-INF/lib.";

  private static final List<String> WRITTEN =
      Stream.of(AuthenticationLevel.class, Fresh.class).map(Class::descriptorString).toList();

  private UnseenProofs() {}

  /** Those among the beans that an application sees; in words, a line each. */
  static List<String> among(BeanManager beans) {
    return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(Bean::getBeanClass)
        .distinct()
        .filter(type -> !knowsUs(type.getClassLoader()) && asksForProof(type))
        .map(type -> type.getName() + WHY)
        .sorted()
        .toList();
  }

  private static boolean knowsUs(@Nullable ClassLoader archive) {
    try {
      return archive == null
          || archive.loadClass(AuthenticationLevel.class.getName()) == AuthenticationLevel.class;
    } catch (ClassNotFoundException | LinkageError unknown) {
      return false;
    }
  }

  /** Also by what it extends or implements. */
  private static boolean asksForProof(Class<?> type) {
    Set<Class<?>> seen = new HashSet<>();
    Deque<Class<?>> above = new ArrayDeque<>(List.of(type));
    while (!above.isEmpty()) {
      Class<?> next = above.pop();
      if (seen.add(next)) {
        if (isWrittenIn(next)) {
          return true;
        }
        above.addAll(List.of(next.getInterfaces()));
        if (next.getSuperclass() != null) {
          above.push(next.getSuperclass());
        }
      }
    }
    return false;
  }

  private static boolean isWrittenIn(Class<?> type) {
    ClassLoader archive = type.getClassLoader();
    if (archive == null) {
      return false;
    }
    try (InputStream file =
        archive.getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
      String written = file == null ? "" : new String(file.readAllBytes(), ISO_8859_1);
      return WRITTEN.stream().anyMatch(written::contains);
    } catch (IOException unreadable) {
      return false;
    }
  }
}
