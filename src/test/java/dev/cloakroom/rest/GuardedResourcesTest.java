package dev.cloakroom.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.access.AccessRule;
import dev.cloakroom.access.AccessRules;
import dev.cloakroom.access.RuleSearch;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which resources are known to be guarded by filters. */
@Tag("G7")
class GuardedResourcesTest {
  private final GuardedResources resources =
      new GuardedResources(
          new AccessRules(RuleSearch.WITH_INHERITED, AccessRule.EVERYBODY),
          ContainersCaller.ALLOWED);

  /** Has a rule for requests. */
  @Path("root")
  @RolesAllowed("user")
  static class Root {
    @GET
    public String get() {
      return "";
    }

    @Override
    public String toString() {
      return "";
    }

    @DenyAll
    public void helper() {}
  }

  /** The same without a path. */
  @RolesAllowed("user")
  static class Below {
    @Path("deeper")
    public Below deeper() {
      return this;
    }
  }

  private void ask(RestServer server) throws NoSuchMethodException {
    resources.ask(server, Root.class, Root.class.getMethod("get"));
  }

  @Test
  void resourceThatAServerAskedAbout_isCovered() throws NoSuchMethodException {
    resources.find(Set.of(Root.class), 1);
    assertThat(resources.unasked()).containsExactly(Root.class);

    ask(resources.activate(new FakeFeatureContext().context()));

    assertThat(resources.cover(Root.class)).isTrue();
    assertThat(resources.unasked()).isEmpty();
  }

  /** The other one may serve it as well. */
  @Test
  void resourceBesideAServerWithoutOurFilters_isNot() throws NoSuchMethodException {
    FakeFeatureContext first = new FakeFeatureContext();
    resources.find(Set.of(Root.class), 2);
    ask(resources.activate(first.context()));
    ask(resources.activate(first.context()));

    assertThat(resources.cover(Root.class)).isFalse();
    assertThat(resources.unasked()).containsExactly(Root.class);

    ask(resources.activate(new FakeFeatureContext().context()));

    assertThat(resources.cover(Root.class)).isTrue();
    assertThat(resources.unasked()).isEmpty();
  }

  /** Requests go to each servlet of an application, and so to servers that may start late. */
  @Test
  void applicationOfTwoServlets_isActiveInBoth_onceBothAre() {
    resources.find(Set.of(Root.class), 1);
    resources.activate(new FakeFeatureContext().context());
    assertThat(resources.isActiveIn(1)).isTrue();
    assertThat(resources.isActiveIn(2)).isFalse();

    resources.activate(new FakeFeatureContext().context());

    assertThat(resources.isActiveIn(2)).isTrue();
  }

  @Test
  void ruleOfAClass_isMeantForRequests_andForLocatorsBelowOthers() {
    assertThat(resources.unfiltered(Root.class).map(method -> method.getName()))
        .containsExactly("helper");
    assertThat(resources.unfiltered(Below.class).map(method -> method.getName()))
        .containsExactly("deeper");
  }
}
