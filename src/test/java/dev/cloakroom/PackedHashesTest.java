package dev.cloakroom;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.identitystore.PasswordHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bouncy Castle has thousands of classes, and the JAR has those that our hashes need, which the
 * {@code pom.xml} names: one that another version needs besides is missed at run time, and before
 * that here.
 */
class PackedHashesTest {
  private static final Pattern PACKED =
      Pattern.compile("%regex\\[(org/bouncycastle/[a-z0-9/]*)\\(([A-Za-z0-9|]+)\\)");
  private static final char[] PASSWORD = "password".toCharArray();

  @ParameterizedTest
  @ValueSource(strings = {"Argon2idPasswordHash", "Pbkdf2Sha256PasswordHash"})
  void packedClasses_areEnoughForNewHashes(String name) throws Exception {
    PasswordHash hash = alone(name);

    assertThat(hash.verify(PASSWORD, hash.generate(PASSWORD))).isTrue();
    assertThat(hash.verify(PASSWORD, "no hash")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG",
        "$argon2d$v=19$m=1024,t=1,p=1$c29tZXNhbHQ$Li5eBf5XrCz0cuzQRe9oflYqmA/VAzmzichw4ZYrvEU",
        "{pbkdf2}5d923b44a6d129f3ddf3e3c8d29412723dcbde72445e8ef6bf3b508fbf17fa4ed4d6b99ca763d8dc",
      })
  void packedClasses_areEnoughForHashesOfOthers(String stored) throws Exception {
    assertThat(alone("Argon2idPasswordHash").verify(PASSWORD, stored)).isTrue();
  }

  /** Other ways through the same classes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$argon2i$m=64,t=2,p=2$AAECAwQFBgcICQoLDA0ODw$NwL+xSmigNiAOgl+I2jEaRCGhgM4MrAYuhRj2xV8e+o",
        "$argon2id$v=19$m=64,t=1,p=4$AAECAwQFBgcICQoLDA0ODw$NwL+xSmigNiAOgl+I2jEaRCGhgM4MrAYuhRj2xV8e+o",
      })
  void packedClasses_areEnoughToRefuse(String stored) throws Exception {
    assertThat(alone("Argon2idPasswordHash").verify(PASSWORD, stored)).isFalse();
  }

  @Test
  void packedClasses_areAllThere() throws IOException {
    assertThat(packed())
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(PackedHashesTest.class.getResource("/" + name + ".class"))
                    .as(name)
                    .isNotNull());
  }

  private static PasswordHash alone(String name) throws Exception {
    return (PasswordHash)
        new AsPacked(packed())
            .loadClass("dev.cloakroom.password." + name)
            .getConstructor()
            .newInstance();
  }

  private static Set<String> packed() throws IOException {
    return PACKED
        .matcher(Files.readString(Path.of("pom.xml")))
        .results()
        .flatMap(PackedHashesTest::classes)
        .collect(toUnmodifiableSet());
  }

  private static Stream<String> classes(MatchResult packed) {
    return Stream.of(packed.group(2).split("\\|", -1)).map(name -> packed.group(1) + name);
  }

  /** Our classes, of Bouncy Castle those that are packed, and of all else what there is. */
  private static final class AsPacked extends ClassLoader {
    private final Set<String> packed;

    AsPacked(Set<String> packed) {
      super(PackedHashesTest.class.getClassLoader());
      this.packed = packed;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        boolean isTheirs = name.startsWith("org.bouncycastle.");
        return isTheirs || name.startsWith("dev.cloakroom.")
            ? define(name, isTheirs)
            : super.loadClass(name, resolve);
      }
    }

    private Class<?> define(String name, boolean isTheirs) throws ClassNotFoundException {
      String path = name.replace('.', '/');
      if (isTheirs && !packed.contains(path.replaceFirst("[$].*", ""))) {
        throw new ClassNotFoundException(name + " is not packed: see pom.xml");
      }
      try (InputStream file = requireNonNull(getResourceAsStream(path + ".class"), name)) {
        byte[] bytes = file.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException failure) {
        throw new ClassNotFoundException(name, failure);
      }
    }
  }
}
