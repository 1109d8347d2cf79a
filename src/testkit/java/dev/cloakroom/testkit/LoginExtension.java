package dev.cloakroom.testkit;

import static java.lang.System.Logger.Level.DEBUG;

import dev.cloakroom.LoginSession;
import dev.cloakroom.client.LoginClient;
import jakarta.security.enterprise.SecurityContext;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Has the caller of {@link LoggedInAs} there before each test, and everything as new after it. */
final class LoginExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.testkit");

  /** By name: not each test has the API of MicroProfile JWT. */
  private static final String JSON_WEB_TOKEN = "org.eclipse.microprofile.jwt.JsonWebToken";

  private static final Set<Class<?>> WITHOUT_SERVER =
      Set.of(FakeLogin.class, LoginSession.class, Principal.class, SecurityContext.class);

  @Override
  public void beforeEach(ExtensionContext test) {
    TestedApplication application = TestedApplication.of(test).orElse(null);
    TestCaller caller = TestCaller.of(test);
    if (application != null) {
      application.reset();
    }
    CurrentTest.begin(application, application == null ? caller.fake() : FakeLogin.nobody());
  }

  @Override
  public void afterEach(ExtensionContext test) {
    TestedApplication application = CurrentTest.get().application();
    CurrentTest.end();
    if (application != null) {
      resetUnlessGone(application);
    }
  }

  /** A test may have stopped its server by now. */
  private static void resetUnlessGone(TestedApplication application) {
    try {
      application.reset();
    } catch (UncheckedIOException gone) {
      LOG.log(DEBUG, "The application cannot be reset any more", gone);
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
    TestCaller written = TestCaller.writtenAt(parameter.getParameter()).orElse(null);
    Class<?> type = parameter.getParameter().getType();
    if (type == LoginClient.class) {
      return application().client(written == null ? TestCaller.of(test) : written);
    }
    if (written != null) {
      return part(type, written.fake());
    }
    return part(type, CurrentTest.get().login());
  }

  private static TestedApplication application() {
    TestedApplication application = CurrentTest.get().application();
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
