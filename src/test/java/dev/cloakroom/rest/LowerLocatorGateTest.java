package dev.cloakroom.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.access.AccessRule;
import dev.cloakroom.access.AccessRules;
import dev.cloakroom.access.RuleSearch;
import dev.cloakroom.http.Answer;
import dev.cloakroom.testing.Stub;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is refused once a request has passed an object that a locator gave. */
@Tag("X18")
class LowerLocatorGateTest {
  private final LowerLocatorGate gate =
      new LowerLocatorGate(
          new GuardedResources(
              new AccessRules(RuleSearch.WITH_INHERITED, AccessRule.EVERYBODY),
              ContainersCaller.ALLOWED));

  /** Leads to the next. */
  @Path("root")
  static class Root {
    @Path("shop")
    public Shop shop() {
      return new Shop();
    }
  }

  /** Has a locator that is not for everybody. */
  @Path("elsewhere")
  static class Shop {
    @Path("{id}")
    @RolesAllowed("admin")
    public Order order() {
      return new Order();
    }

    @Path("archive")
    @RolesAllowed("admin")
    public Help archive() {
      return new Help();
    }

    @Path("{page}/help")
    public Help help() {
      return new Help();
    }
  }

  /** What is guarded. */
  static class Order {
    @GET
    public String get() {
      return "order";
    }
  }

  /** What is not. */
  static class Help {
    @GET
    public String get() {
      return "help";
    }
  }

  /** The status that a request is refused with; 200 if it is not. */
  private int status(String role, String path, Object... matched) {
    SecurityContext somebody =
        Stub.of(
            SecurityContext.class,
            Map.of(
                "getUserPrincipal",
                unused -> null,
                "isUserInRole",
                asked -> asked[0].equals(role)));
    UriInfo uri =
        Stub.of(
            UriInfo.class,
            Map.of(
                "getMatchedResources", unused -> List.of(matched),
                "getPathSegments", unused -> segments(path)));
    ContainerRequestContext request =
        Stub.of(
            ContainerRequestContext.class,
            Map.of(
                "getUriInfo", unused -> uri,
                "getSecurityContext", unused -> somebody,
                "getProperty", unused -> null));
    return gate.refusal(request).map(Answer::status).orElse(200);
  }

  private static List<PathSegment> segments(String path) {
    return Arrays.stream(path.split("/"))
        .map(segment -> Stub.of(PathSegment.class, Map.of("getPath", unused -> segment)))
        .toList();
  }

  @Test
  void locatorOfAClassThatAnotherLocatorGave_isForWhomItsRuleSays() {
    Object[] matched = {new Order(), new Shop(), new Root()};

    assertThat(status("user", "root/shop/5", matched)).isEqualTo(401);
    assertThat(status("admin", "root/shop/5", matched)).isEqualTo(200);
  }

  @Test
  void locatorThatGivesSomethingElse_isOpen() {
    assertThat(status("user", "root/shop/5/help", new Help(), new Shop(), new Root()))
        .isEqualTo(200);
  }

  @Test
  void whereTwoCouldHaveGivenIt_bothCount() {
    assertThat(status("user", "root/shop/archive/help", new Help(), new Shop(), new Root()))
        .isEqualTo(401);
  }

  @Test
  void requestThatPassedNoLocator_isNotLookedAt() {
    assertThat(status("user", "root", new Root())).isEqualTo(200);
    assertThat(status("user", "root/shop", new Shop(), new Root())).isEqualTo(200);
  }
}
