package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.Fresh;
import dev.cloakroom.testing.Stub;
import dev.cloakroom.testing.TestApplication;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G7")
class ProofServletsTest {

  @Fresh
  static class Vault extends HttpServlet {
    private static final long serialVersionUID = 1L;
  }

  static class Open extends HttpServlet {
    private static final long serialVersionUID = 1L;
  }

  /** What the server has, by name. */
  private final Map<String, ServletRegistration> servlets = new LinkedHashMap<>();

  private final FilterRegistration.Dynamic filter =
      Stub.of(
          FilterRegistration.Dynamic.class,
          nothings("setAsyncSupported", "addMappingForServletNames"));
  private final ServletContext application =
      Stub.of(
          ServletContext.class,
          Map.of(
              "getServletRegistrations", unused -> servlets,
              "getClassLoader", unused -> ProofServletsTest.class.getClassLoader(),
              "addFilter", unused -> filter));
  private final ProofServlets proofs = new ProofServlets(application);

  private static Map<String, Function<Object[], @Nullable Object>> nothings(String... methods) {
    Map<String, Function<Object[], @Nullable Object>> answers = new HashMap<>();
    for (String method : methods) {
      answers.put(method, unused -> null);
    }
    return answers;
  }

  private void has(String name, @Nullable Class<?> type) {
    Map<String, Function<Object[], @Nullable Object>> answers = nothings("getClassName");
    answers.put("getName", unused -> name);
    if (type != null) {
      answers.put("getClassName", unused -> type.getName());
    }
    servlets.put(name, Stub.of(ServletRegistration.class, answers));
  }

  private void guard() {
    proofs.guard(new TestApplication().page);
  }

  @Test
  void servletThatComesLate_isToldOf_whereItAsks() {
    has("vault", Vault.class);
    has("page", null);
    guard();
    assertThat(proofs.classes()).containsExactly(Vault.class);
    has("open", Open.class);
    assertThat(proofs.late()).isEmpty();

    has("again", Vault.class);

    assertThat(proofs.late()).hasSize(1).allMatch(line -> line.startsWith("again is a servlet"));
  }

  @Test
  void servletThatComesLate_ofWhichNobodyTellsTheClass_isToldOfWhereOthersAsk() {
    has("open", Open.class);
    guard();
    has("unknown", null);
    assertThat(proofs.late()).isEmpty();

    has("vault", Vault.class);
    guard();
    has("other", null);

    assertThat(proofs.late()).hasSize(1).allMatch(line -> line.startsWith("other is a servlet"));
  }
}
