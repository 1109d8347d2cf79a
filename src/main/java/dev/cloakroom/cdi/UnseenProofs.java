package dev.cloakroom.cdi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.cloakroom.AuthenticationLevel;
import dev.cloakroom.Fresh;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

  /** Of each class that was looked at, so that what many extend is looked at once. */
  private final Map<Class<?>, Boolean> asking = new HashMap<>();

  private UnseenProofs() {}

  /** Those among the beans that an application sees; in words, a line each. */
  static List<String> among(BeanManager beans) {
    UnseenProofs proofs = new UnseenProofs();
    return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .<Class<?>>map(Bean::getBeanClass)
        .distinct()
        .filter(UnseenProofs::isOfAnArchive)
        .collect(Collectors.groupingBy(Class::getClassLoader))
        .entrySet()
        .stream()
        .filter(archive -> !knowsUs(archive.getKey()))
        .flatMap(archive -> archive.getValue().stream())
        .filter(proofs::asksForProof)
        .map(type -> type.getName() + WHY)
        .sorted()
        .toList();
  }

  private static boolean isOfAnArchive(Class<?> type) {
    return type.getClassLoader() != null;
  }

  private static boolean knowsUs(ClassLoader archive) {
    try {
      return archive.loadClass(AuthenticationLevel.class.getName()) == AuthenticationLevel.class;
    } catch (ClassNotFoundException | LinkageError unknown) {
      return false;
    }
  }

  /** Also by what it extends or implements. */
  private boolean asksForProof(@Nullable Class<?> type) {
    if (type == null || !isOfAnArchive(type)) {
      return false;
    }
    Boolean known = asking.get(type);
    if (known == null) {
      known =
          isWrittenIn(type)
              || asksForProof(type.getSuperclass())
              || Arrays.stream(type.getInterfaces()).anyMatch(this::asksForProof);
      asking.put(type, known);
    }
    return known;
  }

  private static boolean isWrittenIn(Class<?> type) {
    ClassLoader archive = type.getClassLoader();
    try (InputStream file =
        archive.getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
      String written = file == null ? "" : new String(file.readAllBytes(), ISO_8859_1);
      return WRITTEN.stream().anyMatch(written::contains);
    } catch (IOException unreadable) {
      return false;
    }
  }
}
