package dev.cloakroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.client.LoginClient;
import dev.cloakroom.testing.Stub;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstances;

/** The address comes from an extension that has its turn before the kit's, or after it. */
class LateAddressTest {
  private static final PlayedApplications PLAYED = PlayedApplications.start();

  /** Fills in the address as Arquillian's extension does: before each test, in its turn. */
  static final class Arquillian implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
      Field field =
          test.getRequiredTestInstance().getClass().getSuperclass().getDeclaredField("shop");
      field.set(test.getRequiredTestInstance(), URI.create(PLAYED.address("/shop")).toURL());
    }
  }

  /** What holds in each order. */
  abstract static class InEachOrder {
    @ArquillianResource @Nullable URL shop;

    private @Nullable LoginClient early;

    private static List<String> asked() {
      return PLAYED.asked();
    }

    @BeforeEach
    void begin(LoginClient client) {
      early = client;
    }

    @Test
    void caller_isThatOfTheApplication(LoginClient client) {
      assertThat(client.loginState().callerName()).contains("alice");
      assertThat(early).isNotNull().isNotSameAs(client);
      assertThat(asked()).contains("POST /shop/cloakroom-testkit/reset");
    }

    @Test
    void time_elapsesThere() {
      Login.elapse(Duration.ofMinutes(5));

      assertThat(asked()).last().isEqualTo("POST /shop/cloakroom-testkit/elapse?by=PT5M");
    }

    @AfterEach
    void begun() {
      assertThat(CurrentTest.get().application()).isNotNull();
    }
  }

  @Nested
  @LoggedInAs("alice")
  @ExtendWith(Arquillian.class)
  class KitFirst extends InEachOrder {}

  @Nested
  @ExtendWith(Arquillian.class)
  @LoggedInAs("alice")
  class KitLast extends InEachOrder {}

  /** Has nobody who says where it is. */
  @Nested
  class WithoutArquillian {
    @ArquillianResource @Nullable URL shop;

    @Test
    void address_thatNobodySays_isMissed() {
      TestInstances instances =
          Stub.of(TestInstances.class, Map.of("getAllInstances", unused -> List.of(this)));
      ExtensionContext test =
          Stub.of(
              ExtensionContext.class,
              Map.of(
                  "getRequiredTestInstances", unused -> instances,
                  "getRequiredTestClass", unused -> WithoutArquillian.class));

      assertThat(TestedAddress.isAwaited(test)).isTrue();
      CurrentTest.await(() -> TestedAddress.of(test));

      assertThatExceptionOfType(ExtensionConfigurationException.class)
          .isThrownBy(CurrentTest::hasBegun)
          .withMessageContaining("ArquillianExtension.class");
      assertThat(CurrentTest.hasBegun()).isFalse();
    }

    @Test
    void test_thatNeverBegan_asksForNothingAtItsEnd() {
      CurrentTest.await(
          () -> {
            throw new AssertionError("It has begun");
          });

      assertThat(CurrentTest.end()).isNull();
      assertThat(CurrentTest.hasBegun()).isFalse();
    }
  }
}
