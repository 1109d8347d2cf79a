package dev.cloakroom.it.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each method of what the server gives to an application does the same with Cloakroom as without:
 * all that there are on the server that runs, also those that Cloakroom was never compiled with.
 */
@OnServerWith(GuestWars.class)
class SameAnswersIT {

  /**
   * Cloakroom is there for these; a server that logs callers in keeps attributes with each request;
   * and an asynchronous request goes on with our pair of request and response.
   */
  private static final Set<String> OURS =
      Set.of(
          "ASYNC hasOriginalRequestAndResponse()",
          "REQUEST getAttributeNames()",
          "REQUEST login(String,String)",
          "REQUEST logout()",
          "REQUEST authenticate(HttpServletResponse)");

  private final CallClient without;
  private final CallClient guarded;

  SameAnswersIT(ServerProcess process) {
    without = new CallClient(process.server(), "without/");
    guarded = new CallClient(process.server(), "guarded/");
  }

  @TestFactory
  Stream<DynamicTest> method_doesTheSameAsWithoutCloakroom() {
    List<String> methods = without.methods();
    assertThat(guarded.methods()).isEqualTo(methods).hasSizeGreaterThan(150);
    return methods.stream()
        .filter(method -> !OURS.contains(method))
        .flatMap(method -> phases(method).map(phase -> same(method, phase)));
  }

  private static Stream<String> phases(String method) {
    return method.endsWith("()")
        ? Stream.of("plain", "begun")
        : Stream.of("plain", "begun", "nulls");
  }

  private DynamicTest same(String method, String phase) {
    return DynamicTest.dynamicTest(
        method + ", " + phase,
        () -> {
          String expected = without.call(method, phase);
          assertThat(expected).doesNotContain("no argument is known");
          assertThat(guarded.call(method, phase)).as(method).isEqualTo(expected);
        });
  }

  /** Whatever sends the answer, it comes with what is owed: here, that the session has ended. */
  @TestFactory
  Stream<DynamicTest> answer_sentByAnyMethod_bringsWhatIsOwed() {
    return guarded.methods().stream()
        .filter(method -> method.matches("(RESPONSE|STREAM|WRITER) .*"))
        .map(
            method ->
                DynamicTest.dynamicTest(
                    method,
                    () -> assertThat(guarded.logout(method)).containsPattern("sid=(\"\")?; ")));
  }
}
