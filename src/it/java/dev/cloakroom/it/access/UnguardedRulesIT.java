package dev.cloakroom.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.access.listed.Listed;
import dev.cloakroom.it.access.unguarded.ClosedFilter;
import dev.cloakroom.it.access.unguarded.NestedLocator;
import dev.cloakroom.it.access.unguarded.PlainGreeting;
import dev.cloakroom.it.access.unguarded.RuledDecorator;
import dev.cloakroom.it.access.unguarded.RuledObject;
import dev.cloakroom.it.access.unguarded.RuledPage;
import dev.cloakroom.it.access.unguarded.RuledSocket;
import dev.cloakroom.it.access.unguarded.RuledStereotype;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Applications with a rule that nobody enforces are not served, and are told where and why. */
@OnServerWith(AccessWars.class)
@Tag("G7")
class UnguardedRulesIT {
  private final ServerLog log;
  private final ProbeClient server;

  UnguardedRulesIT(ServerProcess process) {
    this.log = process.log();
    this.server = ProbeClient.over(process.server());
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(RuledPage.class.getName(), "@ServletSecurity"),
        Arguments.of(ClosedFilter.class.getName(), "@ServletSecurity"),
        Arguments.of(RuledSocket.class.getName(), "the web container"),
        Arguments.of(RuledObject.class.getName(), "Make it a bean"),
        Arguments.of(RuledStereotype.class.getName(), "is an annotation"),
        Arguments.of(RuledDecorator.class.getName(), "Write the rule at the bean"),
        Arguments.of(PlainGreeting.class.getName() + ".greet", "two of @RolesAllowed"),
        Arguments.of(PlainGreeting.class.getName() + ".inner", "private or static"),
        Arguments.of(NestedLocator.class.getName() + ".deeper", "a locator below another"),
        Arguments.of(Listed.class.getName(), "dev.cloakroom.rest.AccessFeature"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rule_isNamedWithItsRemedy(String place, String remedy) throws Exception {
    assertThat(log.textWith(place + " "))
        .containsPattern("(?m)^ *" + Pattern.quote(place) + " .*" + remedy);
  }

  @ParameterizedTest
  @CsvSource({
    "unguarded/ruled-page",
    "serviceless/classes/class",
    "serviceless/classes/class/admins",
    "beside/beside/class",
    "beside/beside/class/admins",
    "nested/api/nested/open",
    "nested/api/nested/open/deeper"
  })
  void application_isNotServed(String path) {
    assertThat(server.get(path).statusCode()).isIn(404, 500);
    assertThat(server.get(path).body()).doesNotContain("open", "nested\n", "for everybody");
  }

  @ParameterizedTest
  @CsvSource({
    "warned/ruled-page,                   open",
    "nested-warned/api/nested/open,       nested"
  })
  void application_isServedWhereThatIsAccepted(String path, String body) throws Exception {
    assertThat(server.get(path).body()).isEqualTo(body);
    assertThat(log.text()).contains("Nobody enforces these rules of the application:");
  }
}
