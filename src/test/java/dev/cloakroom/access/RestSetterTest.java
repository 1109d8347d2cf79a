package dev.cloakroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which methods of a resource are called by its server before anybody is asked. */
@Tag("G7")
class RestSetterTest {

  /** What a REST server gives it, and what requests call. */
  @RolesAllowed("user")
  static class Resource {

    @Context
    public void uri(UriInfo uri) {}

    @QueryParam("page")
    @DefaultValue("1")
    public void page(int page) {}

    @QueryParam("own")
    @RolesAllowed("admin")
    public void withARuleOfItsOwn(String own) {}

    @PUT
    public void put(String body) {}

    public void helper(String text) {}

    @QueryParam("two")
    public void withTwo(String one, String two) {}
  }

  private static Method method(String name) {
    return Arrays.stream(Resource.class.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "uri,               true",
    "page,              true",
    "withARuleOfItsOwn, false",
    "put,               false",
    "helper,            false",
    "withTwo,           false"
  })
  void is_whatIsInjected(String name, boolean injected) {
    assertThat(RestSetter.is(method(name))).isEqualTo(injected);
    assertThat(AccessRules.mayRestrict(Resource.class, method(name))).isEqualTo(!injected);
  }
}
