package dev.cloakroom.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.AuthenticationLevel;
import dev.cloakroom.Fresh;
import dev.cloakroom.access.GuardedTypes;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.decorator.Decorator;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is said of rules that nobody enforces; who enforces them is told by the tests of each guard.
 */
@Tag("G7")
class GuaranteeTest {

  /** Nobody's. */
  @RolesAllowed("user")
  static class Plain {}

  static class Open {
    @PermitAll
    public void open() {}
  }

  static class Twice {
    @PermitAll
    @DenyAll
    public void openAndShut() {}
  }

  @RolesAllowed("user")
  @DenyAll
  static class TwiceItself {}

  static class Inner {
    @RolesAllowed("user")
    @SuppressWarnings("UnusedMethod")
    private void hidden() {}

    @RolesAllowed("user")
    static void ofTheClass() {}
  }

  @RolesAllowed("user")
  @interface Marker {}

  @RolesAllowed("user")
  static class Page extends HttpServlet {
    private static final long serialVersionUID = 1L;
  }

  @ServerEndpoint("/socket")
  @RolesAllowed("user")
  static class Socket {}

  @Decorator
  @RolesAllowed("user")
  abstract static class Decorating {}

  @Interceptor
  @RolesAllowed("user")
  static class Intercepting {}

  static class Resource {
    @RolesAllowed("user")
    public void get() {}

    @DenyAll
    public void helper() {}
  }

  /** Resources of one class, of which something is known. */
  private record Known(boolean covered, boolean everywhere, Set<Class<?>> roots)
      implements ResourceGuard {

    @Override
    public boolean isResource(Class<?> type) {
      return type == Resource.class;
    }

    @Override
    public boolean cover(Class<?> type) {
      return covered;
    }

    @Override
    public boolean isActiveEverywhere() {
      return everywhere;
    }

    @Override
    public Collection<Class<?>> unasked() {
      return roots;
    }

    @Override
    public Stream<Method> unfiltered(Class<?> type) {
      return Stream.of(type.getDeclaredMethods())
          .filter(method -> method.getName().equals("helper"));
    }
  }

  private static List<String> early(Class<?>... types) {
    return new Guarantee(List.of(types), new GuardedTypes(), ResourceGuard.NONE).early();
  }

  private static List<String> late(Known resources) {
    return new Guarantee(List.of(Resource.class), new GuardedTypes(), resources).late();
  }

  @WebServlet("/vault")
  @Fresh
  static class Vault extends HttpServlet {
    private static final long serialVersionUID = 1L;
  }

  @WebServlet("/methods")
  static class VaultByMethods extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    @AuthenticationLevel(2)
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
  }

  @Fresh(within = "10 minutes")
  @AuthenticationLevel(10)
  static class Unreadable {}

  private static List<String> early(GuardedTypes known, Class<?> type) {
    return new Guarantee(List.of(type), known, ResourceGuard.NONE).early();
  }

  @Test
  @Tag("G7")
  void proof_ofAServlet_isGuardedWhereAFilterStandsBeforeIt() {
    GuardedTypes known = new GuardedTypes();
    assertThat(only(early(known, Vault.class))).contains("Vault asks for a proof");

    known.serve(Vault.class);
    known.serve(VaultByMethods.class);

    assertThat(early(known, Vault.class)).isEmpty();
    assertThat(only(early(known, VaultByMethods.class))).contains("not at its methods");
  }

  @Test
  @Tag("G7")
  void proof_thatThereIsNot_isNamed() {
    assertThat(early(Unreadable.class)).anyMatch(line -> line.contains("PT1S to P1D"));
  }

  private static String only(List<String> lines) {
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  @Test
  void classThatIsNobodys_isNamed() {
    assertThat(only(early(Plain.class)))
        .startsWith(Plain.class.getName() + " is neither a bean nor")
        .contains("@RequestScoped");
  }

  @Test
  void ruleForEverybody_needsNoGuard() {
    assertThat(early(Open.class)).isEmpty();
    assertThat(early()).isEmpty();
  }

  @Test
  void twoRulesAtOnePlace_areNamed() {
    assertThat(early(Twice.class))
        .contains(
            Twice.class.getName()
                + ".openAndShut has two of"
                + " @RolesAllowed, @PermitAll and @DenyAll. Leave one of them.");
    assertThat(early(TwiceItself.class)).anyMatch(line -> line.contains("TwiceItself has two of"));
  }

  @Test
  void methodThatNothingStandsBefore_isNamed() {
    assertThat(early(Inner.class))
        .anyMatch(line -> line.startsWith(Inner.class.getName() + ".hidden is private or static"))
        .anyMatch(line -> line.startsWith(Inner.class.getName() + ".ofTheClass is private or"));
  }

  @Test
  void whatTheWebContainerMakes_isNamedWithWhatHoldsThere() {
    assertThat(only(early(Page.class))).contains("@ServletSecurity", "<security-constraint>");
    assertThat(only(early(Socket.class))).contains("made by the web container");
  }

  @Test
  void annotationDecoratorAndInterceptor_areNamed() {
    assertThat(only(early(Marker.class))).contains("is an annotation");
    assertThat(only(early(Decorating.class))).contains("is an interceptor or decorator");
    assertThat(only(early(Intercepting.class))).contains("is an interceptor or decorator");
  }

  @Test
  void resource_isLookedAtOnceItsServersHaveStarted() {
    Known unknown = new Known(false, false, Set.of());

    assertThat(new Guarantee(List.of(Resource.class), new GuardedTypes(), unknown).early())
        .isEmpty();
    assertThat(late(unknown)).anyMatch(line -> line.contains("Resource is a Jakarta REST class"));
  }

  @Test
  void resourceThatAServerAskedAbout_isGuarded_butForWhatNoRequestArrivesAt() {
    assertThat(only(late(new Known(true, true, Set.of()))))
        .startsWith(Resource.class.getName() + ".helper is no method that requests arrive at");
  }

  @Test
  void rootThatNoServerAskedAbout_isNamed() {
    assertThat(late(new Known(true, true, Set.of(Plain.class))))
        .anyMatch(line -> line.startsWith(Plain.class.getName() + " is a Jakarta REST class"));
  }
}
