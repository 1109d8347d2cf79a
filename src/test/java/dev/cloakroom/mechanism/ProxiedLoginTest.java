package dev.cloakroom.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.LoginFailed;
import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.servlet.LoginExchange.Succeeded;
import dev.cloakroom.testing.FakeMessageContext;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import jakarta.security.enterprise.AuthenticationStatus;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logins of clients whose requests a proxy has sent on. */
@Tag("X15")
class ProxiedLoginTest {
  private final TestApplication app =
      new TestApplication(
          Map.of("cloakroom.trusted-proxies", "10.0.0.1", "cloakroom.cookie.secure", "auto"));
  private final MechanismFixture fixture = new MechanismFixture(app);

  private static FakeMessageContext login(String from, String password) {
    FakeRequest request =
        FakeRequest.post("/login")
            .plain()
            .from(from, "shop.test")
            .header("X-Forwarded-For", "203.0.113.66, 192.0.2.99")
            .header("X-Forwarded-Proto", "https");
    return new FakeMessageContext(request).asking(MechanismFixture.login("alice", password));
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.1, 192.0.2.99, __Host-sid=", "198.51.100.1, 198.51.100.1, sid="})
  void login_isFromWhomATrustedProxySays(String from, String address, String cookie) {
    FakeMessageContext context = login(from, "correct horse");

    assertThat(fixture.validate(context)).isEqualTo(AuthenticationStatus.SUCCESS);

    Succeeded succeeded =
        (Succeeded) Objects.requireNonNull(LoginExchange.outcome(context.getRequest()));
    assertThat(succeeded.opened().session().address()).isEqualTo(address);
    assertThat(context.response().cookies()).singleElement().asString().startsWith(cookie);
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.1, 192.0.2.99", "198.51.100.1, 198.51.100.1"})
  void refusedLogin_isFromWhomATrustedProxySays(String from, String address) {
    assertThat(fixture.validate(login(from, "wrong"))).isEqualTo(AuthenticationStatus.SEND_FAILURE);

    assertThat(app.eventsOf(LoginFailed.class))
        .singleElement()
        .extracting(LoginFailed::address)
        .isEqualTo(address);
  }
}
