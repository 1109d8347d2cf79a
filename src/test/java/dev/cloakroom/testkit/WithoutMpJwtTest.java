package dev.cloakroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where there is no MicroProfile JWT, what has nothing to do with it works. */
class WithoutMpJwtTest {
  private final ClassLoader without = new WithoutMpJwt();

  /** Our classes once more, and nothing of MicroProfile. */
  private static final class WithoutMpJwt extends ClassLoader {

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.eclipse.microprofile.")) {
        throw new ClassNotFoundException(name);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known == null && name.startsWith("dev.cloakroom.")) {
          return define(name);
        }
        return known == null ? super.loadClass(name, resolve) : known;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = name.replace('.', '/') + ".class";
      try (InputStream content = getResourceAsStream(file)) {
        if (content == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = content.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }
  }

  /** What containers do with an extension, and JUnit with its own. */
  @ParameterizedTest
  @ValueSource(strings = {"TestLogins", "LoginExtension"})
  void class_canBeLookedAt(String name) throws Exception {
    Class<?> type = without.loadClass("dev.cloakroom.testkit." + name);

    assertThat(type.getDeclaredMethods()).isNotEmpty();
    assertThat(type.getDeclaredConstructors()).hasSize(1);
  }

  @Test
  void login_isMade() throws Throwable {
    Class<?> type = without.loadClass("dev.cloakroom.testkit.FakeLogin");

    Object login =
        MethodHandles.publicLookup()
            .findStatic(type, "of", MethodType.methodType(type, String.class))
            .invoke("alice");

    assertThat(login).hasToString("alice []");
  }
}
