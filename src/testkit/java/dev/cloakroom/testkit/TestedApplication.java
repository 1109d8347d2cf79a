package dev.cloakroom.testkit;

import dev.cloakroom.client.ClientResponse;
import dev.cloakroom.client.LoginClient;
import dev.cloakroom.client.LoginClientBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The application under test, by its address and the door that the kit has in it. */
final class TestedApplication {
  private static final String DOOR = "/cloakroom-testkit";

  private final String address;
  private final LoginClient door;
  private final Optional<String> endpoints;

  private TestedApplication(String address) {
    this.address = address;
    this.door = LoginClient.of(address);
    this.endpoints = endpoints(door.get(DOOR));
  }

  /** That of a test; empty for a test without a server. */
  static Optional<TestedApplication> of(ExtensionContext test) {
    return TestedAddress.of(test).map(TestedApplication::new);
  }

  /** Where they are; empty if there is no door to say so. */
  private static Optional<String> endpoints(ClientResponse answer) {
    return answer.isOk()
        ? Optional.of(answer.json()).map(json -> (String) json.get("endpoints"))
        : Optional.empty();
  }

  /** A client of a caller, who is logged in; of nobody one who is not. */
  LoginClient client(TestCaller caller) {
    LoginClientBuilder client =
        LoginClient.at(address).endpointsAt(endpoints.orElseGet(TestedAddress::endpoints));
    if (caller.isNobody()) {
      return client.build();
    }
    boolean byDoor = caller.password().isEmpty();
    LoginClient made = (byDoor ? client.loginAt(DOOR + "/login?" + query(caller)) : client).build();
    requireDoorUnless(!byDoor);
    made.login(caller.name(), byDoor ? "needs none" : caller.password());
    return made;
  }

  private static String query(TestCaller caller) {
    Map<String, String> single =
        Map.of(
            "caller", caller.name(),
            "level", Integer.toString(caller.level()),
            "fresh", Boolean.toString(caller.fresh()));
    Stream<String> groups = caller.groups().stream().map(group -> "groups=" + encoded(group));
    Stream<String> others =
        single.entrySet().stream().map(one -> one.getKey() + "=" + encoded(one.getValue()));
    return Stream.concat(others, groups).collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Its clock goes right, and its store in memory is empty; without the kit in it, as it was. */
  void reset() {
    if (endpoints.isPresent()) {
      accepted(door.post(DOOR + "/reset"));
    }
  }

  void elapse(Duration time) {
    requireDoorUnless(false);
    accepted(door.post(DOOR + "/elapse?by=" + time));
  }

  private void requireDoorUnless(boolean needless) {
    if (!needless && endpoints.isEmpty()) {
      throw new IllegalStateException(
          "The application at "
              + address
              + " has no test kit, or is on another machine. Put the JAR with the classifier testkit"
              + " into its WEB-INF/lib, and set cloakroom-testkit=on.");
    }
  }

  private static void accepted(ClientResponse answer) {
    if (!answer.isOk()) {
      throw new IllegalStateException(
          "The test kit in the application refuses: " + answer.detail().orElse(answer.toString()));
    }
  }
}
