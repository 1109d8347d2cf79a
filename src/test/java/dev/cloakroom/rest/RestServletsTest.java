package dev.cloakroom.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.Stub;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many REST servers will ask for themselves before a request is left to them. */
@Tag("G7")
class RestServletsTest {
  private static final String JERSEY = "org.glassfish.jersey.servlet.ServletContainer";

  private final Map<String, ServletRegistration> servlets = new HashMap<>();

  /** Says where it is to be. */
  @ApplicationPath("/rest")
  static class Annotated extends Application {}

  /** Leaves that to a descriptor. */
  static class Mapped extends Application {}

  private void servlet(String name, @Nullable String type, @Nullable Class<?> application) {
    servlet(name, type, application, List.of("/" + name + "/*"));
  }

  private void servlet(
      String name, @Nullable String type, @Nullable Class<?> application, List<String> mappings) {
    servlets.put(
        name,
        Stub.of(
            ServletRegistration.class,
            Map.of(
                "getName", asked -> name,
                "getClassName", asked -> type,
                "getMappings", asked -> mappings,
                "getInitParameter", asked -> application == null ? null : application.getName())));
  }

  private int servers(Class<?>... found) {
    ServletContext context =
        Stub.of(ServletContext.class, Map.of("getServletRegistrations", asked -> servlets));
    return RestServlets.servers(Set.of(found), context);
  }

  @Test
  void application_withoutAServlet_isOneServer_ifItSaysWhere() {
    assertThat(servers(Annotated.class)).isEqualTo(1);
    assertThat(servers(Mapped.class)).isZero();
  }

  @Test
  void application_thatOneServletServes_isOneServer() {
    servlet(Mapped.class.getName(), null, null);
    servlet("other", JERSEY, Annotated.class);

    assertThat(servers(Annotated.class, Mapped.class)).isEqualTo(2);
  }

  /** Each of them makes a server of its own, and one may not have taken our filters in yet. */
  @Test
  void application_thatTwoServletsServe_isTwoServers() {
    servlet("one", JERSEY, Annotated.class);
    servlet("other", JERSEY, Annotated.class);

    assertThat(servers(Annotated.class)).isEqualTo(2);
  }

  @Test
  void servlets_thatFindResourcesByThemselves_areServers_andNoOthersAre() {
    servlet("scanning", JERSEY, null);
    servlet("unmapped", JERSEY, null, List.of());
    servlet("page", "com.example.Page", null);

    assertThat(servers(Annotated.class)).isEqualTo(2);
  }
}
