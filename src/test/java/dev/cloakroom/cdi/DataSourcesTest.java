package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.config.Setting;
import dev.cloakroom.testing.Stub;
import java.util.Hashtable;
import java.util.Map;
import javax.naming.Context;
import javax.naming.spi.InitialContextFactory;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DataSourcesTest {
  private static final DataSource SHOP = Stub.of(DataSource.class);

  /** What a server's directory is here. */
  public static final class Directory implements InitialContextFactory {
    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) {
      return Stub.of(
          Context.class,
          Map.of("lookup", arguments -> named((String) arguments[0]), "close", ignored -> null));
    }

    private static @Nullable Object named(String name) {
      return switch (name) {
        case "java:app/shop" -> SHOP;
        case "java:app/mail" -> "something else";
        default -> throw new IllegalArgumentException(name);
      };
    }
  }

  private static DataSource find(String name) {
    return DataSources.of(Setting.SQL_DATA_SOURCE, name);
  }

  @BeforeEach
  void installDirectory() {
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Directory.class.getName());
  }

  @AfterEach
  void removeDirectory() {
    System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
  }

  @Test
  void of_nameOfADataSource_isIt() {
    assertThat(find("java:app/shop")).isSameAs(SHOP);
  }

  @Test
  void of_nameOfSomethingElse_isRefusedWithTheSetting() {
    assertThatThrownBy(() -> find("java:app/mail"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cloakroom.sql.data-source=java:app/mail")
        .hasMessageContaining("no data source");
  }

  @Test
  void of_unknownName_isRefusedWithTheSetting() {
    removeDirectory();
    assertThatThrownBy(() -> find("java:app/shop"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cloakroom.sql.data-source=java:app/shop")
        .hasMessageContaining("knows no such name");
  }
}
