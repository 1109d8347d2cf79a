package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.FactorStore;
import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.testing.Stub;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactorStorageTest {
  private static final FactorStore OWN = Stub.of(FactorStore.class);
  private static final Map<String, String> KEY =
      Map.of("cloakroom.keys.secret", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

  private static FactorStorage storage(Map<String, String> settings, FactorStore... own) {
    Deployment deployment =
        new Deployment(
            SettingsReader.read(SettingsSource.of("test", settings)).settings(),
            KeyLoader.generate());
    return new FactorStorage(deployment, beans(own));
  }

  @SuppressWarnings("unchecked")
  private static Instance<FactorStore> beans(FactorStore... own) {
    return Stub.of(Instance.class, Map.of("stream", ignored -> Stream.of(own)));
  }

  @Test
  void nothingKeepsFactors_isSaidWithTheSetting_whenTheyAreToBeKept() {
    try (FactorStorage nowhere = storage(KEY)) {
      assertThat(nowhere.records()).isEmpty();
      assertThatThrownBy(nowhere::lasting)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll("cloakroom.factor.data-source", "dev.cloakroom.FactorStore");
    }
  }

  @Test
  void beanOfTheApplication_keepsFactors() {
    try (FactorStorage own = storage(KEY, OWN)) {
      assertThat(own.records()).isPresent();
      assertThat(own.lasting()).isNotNull();
    }
  }

  /** What is there is asked all the same: who is enrolled must not be taken for who is not. */
  @Test
  void withoutAKeyThatIsKept_factorsAreAsked_andNoMoreAreKept() {
    try (FactorStorage own = storage(Map.of(), OWN)) {
      assertThat(own.records()).isPresent();
      assertThatThrownBy(own::lasting)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("cloakroom.keys.location");
    }
  }

  @Test
  void severalPlaces_areRefused() {
    assertThatThrownBy(() -> storage(KEY, OWN, Stub.of(FactorStore.class)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("in one place");
    assertThatThrownBy(
            () ->
                storage(
                    Map.of(
                        "cloakroom.factor.data-source",
                        "java:app/shop",
                        "cloakroom.keys.location",
                        "key.pem"),
                    OWN))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cloakroom.factor.data-source");
  }

  @Test
  void dataSourceThatTheServerDoesNotKnow_isRefusedWithTheSetting() {
    Map<String, String> settings =
        Map.of(
            "cloakroom.factor.data-source",
            "java:app/nowhere",
            "cloakroom.keys.location",
            "key.pem");

    assertThatThrownBy(() -> storage(settings))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(
            "does not start",
            "cloakroom.factor.data-source=java:app/nowhere",
            "knows no such name");
  }
}
