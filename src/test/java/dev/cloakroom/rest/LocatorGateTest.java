package dev.cloakroom.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.access.AccessRule;
import dev.cloakroom.access.AccessRules;
import dev.cloakroom.access.RuleSearch;
import dev.cloakroom.http.Answer;
import dev.cloakroom.testing.Stub;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before any locator runs. */
@Tag("X18")
class LocatorGateTest {
  private final GuardedResources resources =
      new GuardedResources(
          new AccessRules(RuleSearch.WITH_INHERITED, AccessRule.EVERYBODY),
          ContainersCaller.ALLOWED);
  private final RestServer server = new RestServer();
  private final LocatorGate gate = new LocatorGate(resources, server);

  /** Leads on. */
  @Path("/root/")
  static class Root {

    @Path("admins")
    @RolesAllowed("admin")
    public Object admins() {
      return this;
    }

    @Path("items/{id: [a-z]{2,3}}/parts")
    @RolesAllowed("admin")
    public Object parts() {
      return this;
    }

    @Path("open")
    public Object open() {
      return this;
    }

    @GET
    @Path("admins/public")
    public String publicly() {
      return "";
    }

    @GET
    @Path("{other}")
    public String other() {
      return "";
    }

    @GET
    @Path("orders/{name}")
    public String order() {
      return "";
    }

    @Path("orders/{id: \\d+}")
    @RolesAllowed("admin")
    public Object orderOfThatNumber() {
      return this;
    }
  }

  /** Is tried before the other, whatever follows. */
  @Path("root/admins/below")
  static class Below {
    @POST
    public void post() {}
  }

  /** Has a longer method but a shorter path of its own: the specification takes the other. */
  @Path("roo{t}")
  static class Shorter {
    @GET
    @Path("admins/shorter-than-that")
    public String get() {
      return "";
    }
  }

  private int status(String method, String path) {
    SecurityContext nobody =
        Stub.of(
            SecurityContext.class,
            Map.of("getUserPrincipal", unused -> null, "isUserInRole", unused -> false));
    UriInfo uri =
        Stub.of(
            UriInfo.class, Map.of("getPathSegments", asked -> segments(path, (boolean) asked[0])));
    ContainerRequestContext request =
        Stub.of(
            ContainerRequestContext.class,
            Map.of(
                "getMethod", unused -> method,
                "getUriInfo", unused -> uri,
                "getSecurityContext", unused -> nobody,
                "getProperty", unused -> null));
    return gate.refusal(request).map(Answer::status).orElse(200);
  }

  private static List<PathSegment> segments(String path, boolean decoded) {
    return Arrays.stream(path.split("/", -1))
        .map(segment -> segment.replaceAll(";.*", ""))
        .map(s -> decoded ? URLDecoder.decode(s, StandardCharsets.UTF_8) : s)
        .map(s -> Stub.of(PathSegment.class, Map.of("getPath", unused -> s)))
        .toList();
  }

  private void ask(RestServer asking, Class<?> type) {
    Arrays.stream(type.getDeclaredMethods())
        .filter(method -> ResourceAnnotations.httpMethod(type, method) != null)
        .forEach((Method method) -> resources.ask(asking, type, method));
  }

  private void found() {
    resources.find(Set.of(Root.class, Below.class), 1);
    ask(server, Root.class);
    ask(server, Below.class);
    ask(server, Shorter.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root/admins",
        "root/admins/",
        "/root//admins/any/thing",
        "root;x=y/admins;a=b",
        "root/%61dmins",
        "root/items/ab/parts",
        "root/items/%61b/parts/c",
        "root/admins/shorter-than-that",
        "root/orders/5",
        "root/orders/5/lines",
        "root/admins/%0A"
      })
  void pathThroughALocator_isRefused(String path) {
    found();

    assertThat(status("GET", path)).isEqualTo(401);
    assertThat(status("POST", path)).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "root",
        "root/other",
        "root/open/admins",
        "root/administrators",
        "root/orders/five",
        "root/items/abcd/parts"
      })
  void anyOtherPath_isNot(String path) {
    found();

    assertThat(status("GET", path)).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  root/admins/public,      200",
    "HEAD, root/admins/public,      200",
    "POST, root/admins/public,      401",
    "GET,  root/admins/public/more, 401",
    "POST, root/admins/below,       200",
    "GET,  root/admins/below,       401"
  })
  void methodThatAnswersFirst_letsItsRequestsPass(String method, String path, int status) {
    found();

    assertThat(status(method, path)).isEqualTo(status);
  }

  /** It answers first only if a server serves it. */
  @Test
  void methodThatNoServerAskedAbout_letsNothingPass() {
    resources.find(Set.of(Root.class, Below.class), 1);

    assertThat(status("GET", "root/admins/public")).isEqualTo(401);
    assertThat(status("POST", "root/admins/below")).isEqualTo(401);
  }

  @Test
  void methodThatAnotherServerAskedAbout_letsNothingPass() {
    resources.find(Set.of(Root.class, Below.class), 2);
    ask(new RestServer(), Root.class);

    assertThat(status("GET", "root/admins/public")).isEqualTo(401);
  }

  @Test
  void withoutALocator_noPathIsLookedAt() {
    resources.find(Set.of(Below.class), 1);

    assertThat(status("GET", "root/admins")).isEqualTo(200);
  }

  /** Its class, which has no path of its own, may be served by its name. */
  @Path("told")
  interface Told {
    @Path("admins")
    @RolesAllowed("admin")
    Object admins();
  }

  @Test
  void locatorOfAnInterface_isKnown() {
    resources.find(Set.of(Told.class), 1);

    assertThat(status("GET", "told/admins/any")).isEqualTo(401);
    assertThat(status("GET", "told/others")).isEqualTo(200);
  }
}
