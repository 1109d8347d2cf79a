package dev.cloakroom.testkit.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What whoever is no test sees of the door. */
@Tag("G7")
class DoorServletTest {

  /** As for a path where nothing is: the server's or the application's own page. */
  @Test
  void closedDoor_isAnErrorOfTheServer() throws IOException {
    FakeResponse response = new FakeResponse();

    new DoorServlet()
        .service(FakeRequest.post(DoorServlet.PATH).from("192.0.2.7", "localhost"), response);

    assertThat(response.getStatus()).isEqualTo(404);
    assertThat(response.isCommitted()).isTrue();
  }
}
