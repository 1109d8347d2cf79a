package dev.cloakroom.web;

import static dev.cloakroom.web.FactorClient.FORM;
import static dev.cloakroom.web.FactorClient.pair;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.NumberFactor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Second factors by the forms of pages. */
class FactorFormsTest {
  private static final String RIGHT = "username=alice&password=correct+horse&next=%2Fapp%2Forders";
  private static final String HELD = "reason=factor-required&next=%2Fapp%2Forders";

  private final Endpoints endpoints =
      new Endpoints(
          Map.of("cloakroom.login.page", "/in", "cloakroom.login.factor-page", "/code?step=2"));
  private final FactorClient client = new FactorClient(endpoints);

  FactorFormsTest() {
    endpoints.second.beans.add(new NumberFactor());
  }

  private static FakeRequest form(String path, String fields) {
    return FactorClient.ofBrowser(FakeRequest.post(path))
        .header("Accept", "text/html")
        .body(FORM, fields);
  }

  private FakeResponse begun() {
    return client.login(form("/login", RIGHT));
  }

  private FakeResponse answered(FakeResponse begun, String fields) {
    return client.factor(
        form("/login/factor", "method=number&" + fields).cookie(pair(begun, FactorClient.COOKIE)));
  }

  @Test
  @Tag("X14")
  void password_leadsToTheFactorPage_andTheRightAnswerToWhereItWasToLead() {
    FakeResponse begun = begun();
    assertThat(begun.getStatus()).isEqualTo(303);
    assertThat(begun.getHeader("Location")).isEqualTo("/app/code?step=2&" + HELD);

    FakeResponse done = answered(begun, "answer=42");

    assertThat(done.getStatus()).isEqualTo(303);
    assertThat(done.getHeader("Location")).isEqualTo("/app/orders");
    assertThat(pair(done, "__Host-sid")).isNotEmpty();
  }

  @Test
  void formThatSaysWhereItLeads_hasTheLastWord_ifThatIsLocal() {
    assertThat(answered(begun(), "answer=42&next=%2Fapp%2Fcart").getHeader("Location"))
        .isEqualTo("/app/cart");
    assertThat(answered(begun(), "answer=43&next=%2F%2Fevil.test").getHeader("Location"))
        .isEqualTo("/app/");
  }

  @Test
  void wrongAnswer_leadsBackToTheFactorPage_andAnExpiredOneToTheLoginPage() {
    FakeResponse begun = begun();
    assertThat(answered(begun, "answer=1").getHeader("Location"))
        .isEqualTo("/app/code?step=2&reason=factor-refused&next=%2Fapp%2Forders");
    for (int i = 0; i < 4; i++) {
      answered(begun, "answer=1");
    }
    assertThat(answered(begun, "answer=42").getHeader("Location"))
        .isEqualTo("/app/code?step=2&reason=too-many-requests&wait=10&next=%2Fapp%2Forders");

    endpoints.app.clock.advance(Duration.ofMinutes(6));
    assertThat(answered(begun, "answer=42").getHeader("Location"))
        .isEqualTo("/app/in?reason=factor-expired");
  }

  @Test
  void withoutAFactorPage_leadsBackToTheLoginPage_andWithoutAnyIsAnsweredInJson() {
    Endpoints paged = new Endpoints(Map.of("cloakroom.login.page", "/in"));
    paged.second.beans.add(new NumberFactor());
    assertThat(Endpoints.send(paged.login, form("/login", RIGHT)).getHeader("Location"))
        .isEqualTo("/app/in?" + HELD);

    Endpoints bare = new Endpoints(Map.of());
    bare.second.beans.add(new NumberFactor());
    FakeResponse plain = Endpoints.send(bare.login, form("/login", RIGHT));
    assertThat(plain.getStatus()).isEqualTo(401);
    assertThat(pair(plain, FactorClient.COOKIE)).isNotEmpty();
  }
}
