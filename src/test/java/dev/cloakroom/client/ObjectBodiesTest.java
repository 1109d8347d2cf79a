package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cloakroom.client.PlayedServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objects as JSON, out and in. */
class ObjectBodiesTest {
  private final PlayedServer server = PlayedServer.start();
  private final LoginClient client = LoginClient.of(server.address());

  /** What is ordered. */
  public record Order(String item, int count) {}

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void object_isSentAndReceived() {
    server.on("POST /orders", asked -> Reply.json("[" + asked.body() + "]"));

    ClientResponse answer = client.post("/orders", Body.jsonOf(new Order("coat", 2)));

    assertThat(server.last().header("Content-Type")).isEqualTo("application/json");
    assertThat(server.last().body()).isEqualTo("{\"item\":\"coat\",\"count\":2}");
    assertThat(answer.json(Order[].class)).containsExactly(new Order("coat", 2));
  }

  @Test
  void answer_thatIsAnotherThing_isNamed() {
    server.on("GET /orders", asked -> Reply.of(200, "<html>").with("Content-Type", "text/html"));

    assertThatIllegalStateException()
        .isThrownBy(() -> client.get("/orders").json(Order.class))
        .withMessageContainingAll("Order", "status 200", "text/html");
  }

  @Test
  void object_thatCannotBeWritten_isNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Body.jsonOf(new Object()))
        .withMessageContaining("java.lang.Object");
  }
}
