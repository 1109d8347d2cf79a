package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.http.Answer;
import dev.cloakroom.testing.FakeResponse;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AnswerWriterTest {
  private final FakeResponse response = new FakeResponse();

  @Test
  @Tag("B5")
  void write_wholeAnswer_inUtf8AndWithItsLength() throws IOException {
    response.addHeader("Set-Cookie", "theme=dark");

    AnswerWriter.write(Answer.json(201, "{\"name\":\"\u00e9\"}"), response);

    assertThat(response.getStatus()).isEqualTo(201);
    assertThat(response.text()).isEqualTo("{\"name\":\"\u00e9\"}");
    assertThat(response.getHeader("Content-Length")).isEqualTo("13");
    assertThat(response.getHeader("Content-Type")).isEqualTo("application/json");
    assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(response.cookies()).containsExactly("theme=dark");
  }

  /** One that the application has set gives way, as any header does. */
  @Test
  void write_place_isTheOnlyOne() throws Exception {
    Answer redirect = Answer.of(303).with("Location", "/app/page?a=%0A");
    AnswerWriter.write(redirect, response);
    assertThat(response.getHeaders("Location")).containsExactly("/app/page?a=%0A");

    FakeResponse begun = new FakeResponse();
    begun.setHeader("Location", "/elsewhere");
    AnswerWriter.write(redirect, begun);
    assertThat(begun.getHeaders("Location")).containsExactly("/app/page?a=%0A");
  }
}
