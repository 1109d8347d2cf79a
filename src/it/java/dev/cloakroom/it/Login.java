package dev.cloakroom.it;

import jakarta.json.JsonObject;

/**
 * What a client holds after a login.
 *
 * @param cookie name and value, as a {@code Cookie} header has them
 * @param body the answer's JSON
 */
record Login(String cookie, JsonObject body) {

  static Login of(WireAnswer answer) {
    AnswerAssert.assertThat(answer).hasStatus(200);
    return new Login(answer.onlyCookie().pair(), answer.json());
  }

  String ticket() {
    return cookie.substring(cookie.indexOf('=') + 1);
  }

  String sessionId() {
    return body.getJsonObject("session").getString("id");
  }

  String accessToken() {
    return body.getString("accessToken");
  }

  String refreshToken() {
    return body.getString("refreshToken");
  }
}
