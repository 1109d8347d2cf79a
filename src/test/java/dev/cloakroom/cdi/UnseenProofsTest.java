package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.AuthenticationLevel;
import dev.cloakroom.Fresh;
import dev.cloakroom.testing.Stub;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G7")
class UnseenProofsTest {

  static class Levelled {
    @AuthenticationLevel(2)
    void asks() {}
  }

  @Fresh
  static class FreshOne {}

  static class Heir extends Levelled {}

  static class Open {}

  /** An archive with these classes, beside the WAR that has the JAR. */
  private static final class Archive extends ClassLoader {
    Archive() {
      super(null);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (!name.startsWith(UnseenProofsTest.class.getName())) {
        throw new ClassNotFoundException(name);
      }
      try (InputStream file = file(name.replace('.', '/') + ".class")) {
        byte[] bytes = file == null ? new byte[0] : file.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      return file(name);
    }

    private static @Nullable InputStream file(String name) {
      return UnseenProofsTest.class.getClassLoader().getResourceAsStream(name);
    }
  }

  private static List<String> among(Class<?>... beans) {
    Set<Bean<?>> found =
        Set.of(
            List.of(beans).stream()
                .map(
                    type ->
                        Stub.of(
                            Bean.class,
                            Map.of(
                                "getBeanClass", asked -> type,
                                "hashCode", asked -> type.hashCode(),
                                "equals", asked -> false)))
                .toArray(Bean<?>[]::new));
    return UnseenProofs.among(Stub.of(BeanManager.class, Map.of("getBeans", asked -> found)));
  }

  private static Class<?> elsewhere(Class<?> type) {
    try {
      return new Archive().loadClass(type.getName());
    } catch (ClassNotFoundException absent) {
      throw new AssertionError(absent);
    }
  }

  @Test
  void beanOfAnArchiveThatDoesNotKnowTheAnnotation_isNamed_byItsMethodsClassAndParents() {
    for (Class<?> type : List.of(Levelled.class, FreshOne.class, Heir.class)) {
      Class<?> forgetful = elsewhere(type);
      assertThat(forgetful.getAnnotations()).isEmpty();

      assertThat(among(forgetful))
          .singleElement()
          .asString()
          .startsWith(type.getName() + " asks for a proof")
          .contains("does not know");
    }
  }

  @Test
  void beanThatAsksForNothing_orIsKnown_isNot() {
    assertThat(among(elsewhere(Open.class), Levelled.class, FreshOne.class, String.class))
        .isEmpty();
  }
}
