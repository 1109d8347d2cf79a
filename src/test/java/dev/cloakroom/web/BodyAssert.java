package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Reason;
import java.util.Map;

/** What a body of a request was read as. */
final class BodyAssert {

  private BodyAssert() {}

  static RequestBody fields(Map<String, String> values) {
    return new RequestBody.Fields(values);
  }

  static void assertUnreadable(RequestBody body, Reason reason) {
    assertThat(body)
        .isInstanceOfSatisfying(
            RequestBody.Unreadable.class,
            unreadable -> assertThat(unreadable.problem().reason()).isEqualTo(reason));
  }
}
