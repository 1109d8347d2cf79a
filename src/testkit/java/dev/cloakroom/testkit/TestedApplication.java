package dev.cloakroom.testkit;

import static java.lang.System.Logger.Level.DEBUG;

import dev.cloakroom.client.ClientResponse;
import dev.cloakroom.client.LoginClient;
import dev.cloakroom.client.LoginClientBuilder;
import dev.cloakroom.http.MediaType;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The application under test, by its address and the door that the kit has in it. */
final class TestedApplication {
  private static final String DOOR = "/cloakroom-testkit";
  private static final String SETTING = "cloakroom-testkit";
  private static final String VARIABLE = "CLOAKROOM_TESTKIT";
  private static final String HEADER = "Cloakroom-Testkit";

  private static final System.Logger LOG = System.getLogger("dev.cloakroom.testkit");

  /** Of each application: its tests come one after the other, since each empties its store. */
  private static final ConcurrentMap<String, ReentrantLock> TURNS = new ConcurrentHashMap<>();

  private final String address;
  private final LoginClient door;
  private final Optional<String> endpoints;
  private final ReentrantLock turn;

  private TestedApplication(String address) {
    this.address = address;
    this.door = opening(LoginClient.at(address)).build();
    this.turn = TURNS.computeIfAbsent(address.replaceAll("/+$", ""), any -> new ReentrantLock());
    this.endpoints = endpoints(door.get(DOOR));
  }

  /** That of a test; empty for a test without a server. */
  static Optional<TestedApplication> of(ExtensionContext test) {
    return TestedAddress.of(test).map(TestedApplication::new);
  }

  /** What a door may ask for, from the setting by which the application has it. */
  private static LoginClientBuilder opening(LoginClientBuilder client) {
    String property = System.getProperty(SETTING);
    String secret = property == null ? System.getenv(VARIABLE) : property;
    return secret == null || secret.equals("on") ? client : client.header(HEADER, secret);
  }

  /** Where they are; empty if there is no door to say so: any other path may have a page. */
  private static Optional<String> endpoints(ClientResponse answer) {
    boolean isJson =
        answer
            .header("Content-Type")
            .flatMap(MediaType::parse)
            .filter(type -> type.essence().equals("application/json"))
            .isPresent();
    try {
      return answer.isOk() && isJson && answer.json().get("endpoints") instanceof String path
          ? Optional.of(path)
          : Optional.empty();
    } catch (IllegalStateException noObject) {
      return Optional.empty();
    }
  }

  /** A client of a caller, who is logged in; of nobody one who is not. */
  LoginClient client(TestCaller caller) {
    LoginClientBuilder client =
        LoginClient.at(address).endpointsAt(endpoints.orElseGet(TestedAddress::endpoints));
    if (caller.isNobody()) {
      return client.build();
    }
    boolean byDoor = caller.password().isEmpty();
    LoginClient made =
        (byDoor ? opening(client.loginAt(DOOR + "/login?" + query(caller))) : client).build();
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

  /** Waits until no other test has it, and has it as new. */
  void begin() {
    turn.lock();
    try {
      reset();
    } catch (RuntimeException | Error failure) {
      turn.unlock();
      throw failure;
    }
  }

  /** Has it as new for the next one; a test may have stopped its server by now. */
  void end() {
    try {
      reset();
    } catch (UncheckedIOException gone) {
      LOG.log(DEBUG, "The application cannot be reset any more", gone);
    } finally {
      turn.unlock();
    }
  }

  /** Its clock goes right, and its store in memory is empty; without the kit in it, as it was. */
  private void reset() {
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
              + " into its WEB-INF/lib, and set cloakroom-testkit=on. If it has a secret there, set"
              + " the same for the tests: as a system property, or CLOAKROOM_TESTKIT.");
    }
  }

  private static void accepted(ClientResponse answer) {
    if (!answer.isOk()) {
      throw new IllegalStateException(
          "The test kit in the application refuses: " + answer.detail().orElse(answer.toString()));
    }
  }
}
