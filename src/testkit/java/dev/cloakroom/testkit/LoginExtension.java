package dev.cloakroom.testkit;

import dev.cloakroom.LoginSession;
import dev.cloakroom.client.LoginClient;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Has the caller of {@link LoggedInAs} there before each test, and everything as new after it.
 * Where Arquillian is still to give the address, whose extension may come after this one, the test
 * begins when its first method asks for something, at the latest before the test itself.
 */
final class LoginExtension
    implements BeforeEachCallback,
        BeforeTestExecutionCallback,
        AfterEachCallback,
        ParameterResolver {
  /** By name: not each test has the API of MicroProfile JWT. */
  private static final String JSON_WEB_TOKEN = "org.eclipse.microprofile.jwt.JsonWebToken";

  private static final Set<Class<?>> WITHOUT_SERVER =
      Set.of(FakeLogin.class, LoginSession.class, Principal.class, SecurityContext.class);

  @Override
  public void beforeEach(ExtensionContext test) {
    if (TestedAddress.isAwaited(test)) {
      CurrentTest.await(() -> begin(test));
    } else {
      begin(test);
    }
  }

  @Override
  public void beforeTestExecution(ExtensionContext test) {
    if (!CurrentTest.hasBegun()) {
      throw new IllegalStateException("The test has ended before it began");
    }
  }

  private static void begin(ExtensionContext test) {
    TestCaller caller = TestCaller.of(test);
    TestedApplication application = TestedApplication.of(test).orElse(null);
    if (application == null) {
      CurrentTest.begin(caller.fake());
    } else {
      application.begin();
      CurrentTest.begin(application);
    }
  }

  @Override
  public void afterEach(ExtensionContext test) {
    TestedApplication application = CurrentTest.end();
    if (application != null) {
      application.end();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    return type == LoginClient.class
        || WITHOUT_SERVER.contains(type)
        || type.getName().equals(JSON_WEB_TOKEN);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    if (!CurrentTest.hasBegun()) {
      throw new ParameterResolutionException(
          "Nobody is logged in before a test begins, or after it: have the caller given to the test"
              + " or a method of @BeforeEach, not to a constructor, @BeforeAll or @AfterAll.");
    }
    TestCaller written = TestCaller.writtenAt(parameter.getParameter()).orElse(null);
    Class<?> type = parameter.getParameter().getType();
    TestedApplication application = CurrentTest.get().application();
    if (type == LoginClient.class) {
      return known(application).client(written == null ? TestCaller.of(test) : written);
    }
    if (application != null) {
      throw new ParameterResolutionException(
          "A test with a server has its caller there, and so only LoginClients, no "
              + type.getSimpleName()
              + ". What has to do without is a test of its own, without the address of an"
              + " application.");
    }
    return part(type, written == null ? CurrentTest.get().login() : written.fake());
  }

  private static TestedApplication known(@Nullable TestedApplication application) {
    if (application == null) {
      throw new ParameterResolutionException(
          "A LoginClient needs the address of the application: a field with @BaseUrl or"
              + " @ArquillianResource, or the system property cloakroom-testkit.url.");
    }
    return application;
  }

  private static Object part(Class<?> type, FakeLogin login) {
    if (type == FakeLogin.class) {
      return login;
    }
    if (type == LoginSession.class) {
      return login.session();
    }
    if (type == Principal.class) {
      return login.principal();
    }
    return type == SecurityContext.class ? login.securityContext() : login.token();
  }
}
