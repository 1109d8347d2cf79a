package dev.cloakroom.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.Device;
import dev.cloakroom.event.LoggedIn;
import dev.cloakroom.testing.FakeMessageContext;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import jakarta.security.enterprise.AuthenticationStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Logins where devices are remembered. */
class LoginDeviceTest {
  private final TestApplication app =
      new TestApplication(Map.of("cloakroom.device.lifetime", "P30D"));
  private final MechanismFixture fixture = new MechanismFixture(app);

  private List<String> cookiesOfALogin(FakeRequest request) {
    FakeMessageContext context =
        new FakeMessageContext(request).asking(MechanismFixture.login("alice", "correct horse"));
    assertThat(fixture.validate(context)).isEqualTo(AuthenticationStatus.SUCCESS);
    return context.response().cookies();
  }

  private String device() {
    return cookiesOfALogin(FakeRequest.post("/login")).get(1).split(";", 2)[0];
  }

  @Test
  @Tag("C6")
  void login_always_setsOneCookieOfEachName() {
    String device = device();

    assertThat(cookiesOfALogin(FakeRequest.post("/login").cookie(device)))
        .satisfiesExactly(
            cookie -> assertThat(cookie).startsWith("__Host-sid="),
            cookie -> assertThat(cookie).startsWith("__Host-sid-device=").doesNotContain(device));
  }

  @Test
  void login_again_isHeardAsKnown_andWithAForgedCookieAsNew() {
    String device = device();
    cookiesOfALogin(FakeRequest.post("/login").cookie(device));
    cookiesOfALogin(FakeRequest.post("/login").cookie(device + "x"));

    assertThat(app.eventsOf(LoggedIn.class))
        .extracting(LoggedIn::device)
        .containsExactly(Device.NEW, Device.KNOWN, Device.NEW);
  }

  @Test
  void wrongPassword_onAKnownDevice_opensNothingAndSetsNoCookie() {
    FakeMessageContext wrong =
        new FakeMessageContext(FakeRequest.post("/login").cookie(device()))
            .asking(MechanismFixture.login("alice", "wrong"));

    assertThat(fixture.validate(wrong)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(wrong.response().cookies()).isEmpty();
  }
}
