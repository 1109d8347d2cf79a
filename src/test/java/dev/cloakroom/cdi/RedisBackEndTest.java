package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.config.Settings;
import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.remote.UnusableStoreException;
import dev.cloakroom.testing.RedisProcess;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What an application gets that has the driver with it, and what one that has not. */
class RedisBackEndTest {
  private static final Map<String, String> REDIS =
      Map.of("cloakroom.store", "redis", "cloakroom.redis.uri", RedisProcess.shared().uri());

  private static Settings settings(Map<String, String> values) {
    return SettingsReader.read(SettingsSource.of("test", values)).settings();
  }

  @Test
  void withTheDriver_redisIsUsed() {
    Settings settings = settings(REDIS);

    try (SessionStore store = Stores.of(settings.store(), Clock.systemUTC())) {
      assertThat(store.find("any")).isNull();
    }
  }

  @Test
  void serverThatMayDropSessions_stopsTheDeployment_andIsExplained() {
    try (RedisProcess dropping = RedisProcess.start()) {
      dropping.command("CONFIG", "SET", "maxmemory", "100mb");
      dropping.command("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
      Settings settings =
          settings(Map.of("cloakroom.store", "redis", "cloakroom.redis.uri", dropping.uri()));

      assertThatThrownBy(() -> Stores.of(settings.store(), Clock.systemUTC()))
          .isInstanceOf(UnusableStoreException.class)
          .hasMessageContaining("maxmemory-policy");
    }
  }

  @Test
  void withoutTheDriver_redisStopsTheDeployment_andIsExplained() {
    assertThatThrownBy(() -> WithoutDriver.check(REDIS))
        .hasMessageContaining("cloakroom.store=redis needs the driver Jedis")
        .hasMessageContaining("redis.clients:jedis");
  }

  @Test
  void withoutTheDriver_theMemoryStoreWorks() {
    assertThatCode(() -> WithoutDriver.check(Map.of())).doesNotThrowAnyException();
  }

  /** An application whose class loader finds everything but the driver. */
  private static final class WithoutDriver extends ClassLoader {

    private WithoutDriver() {
      super(RedisBackEndTest.class.getClassLoader());
    }

    @SuppressWarnings("unchecked")
    static void check(Map<String, String> values) throws ReflectiveOperationException {
      Class<?> inside = new WithoutDriver().loadClass(Inside.class.getName());
      ((Consumer<Map<String, String>>) inside.getDeclaredConstructor().newInstance())
          .accept(values);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("redis.clients.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("dev.cloakroom.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known == null ? ownCopy(name) : known;
    }

    private Class<?> ownCopy(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] code = in.readAllBytes();
        return defineClass(name, code, 0, code.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  /** Runs inside of that application. */
  public static final class Inside implements Consumer<Map<String, String>> {
    /** Made by reflection. */
    public Inside() {}

    @Override
    public void accept(Map<String, String> values) {
      Settings settings = settings(values);
      Stores.of(settings.store(), Clock.systemUTC()).close();
    }
  }
}
