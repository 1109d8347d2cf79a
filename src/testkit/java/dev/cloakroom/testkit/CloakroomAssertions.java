package dev.cloakroom.testkit;

import dev.cloakroom.client.ClientResponse;
import java.net.http.HttpResponse;

/**
 * Assertions about answers: {@code assertThat(response).isRefused(Reason.TOKEN_EXPIRED)}. Needs no
 * library, and goes well beside the static imports of one.
 */
public final class CloakroomAssertions {

  private CloakroomAssertions() {}

  /** Of an answer to a {@link dev.cloakroom.client.LoginClient}. */
  public static ResponseAssert assertThat(ClientResponse response) {
    return ResponseAssert.of(response);
  }

  /** Of an answer to the JDK's client. */
  public static ResponseAssert assertThat(HttpResponse<String> response) {
    return ResponseAssert.of(response);
  }
}
