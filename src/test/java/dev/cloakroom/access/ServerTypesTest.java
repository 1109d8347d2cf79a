package dev.cloakroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import org.jboss.arquillian.container.test.api.Deployment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whose a class is, wherever it was loaded from. */
@Tag("G7")
class ServerTypesTest {

  /** A class of an application in the library of an EAR, which is another loader's. */
  public static final class OfTheEar implements InvocationHandler {
    /** Made by the test. */
    public OfTheEar() {}

    @Override
    public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
      return true;
    }
  }

  /** The same class, of a loader that shares none with us. */
  private static Class<?> elsewhere(Class<?> type) throws ReflectiveOperationException {
    URL source = type.getProtectionDomain().getCodeSource().getLocation();
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    return new URLClassLoader(new URL[] {source}, platform).loadClass(type.getName());
  }

  @Test
  void serverClass_isTheServers_unlessTheApplicationBringsIt() throws ReflectiveOperationException {
    assertThat(ServerTypes.include(elsewhere(Deployment.class))).isTrue();
    assertThat(ServerTypes.include(Deployment.class)).isFalse();
  }

  @Test
  void classOfAnotherLoader_isTheApplicationsAllTheSame() throws ReflectiveOperationException {
    assertThat(ServerTypes.include(elsewhere(OfTheEar.class))).isFalse();
    assertThat(ServerTypes.include(OfTheEar.class)).isFalse();
  }

  @Test
  void proxy_isWhoseItsHandlerIs() throws ReflectiveOperationException {
    InvocationHandler handler =
        (InvocationHandler) elsewhere(OfTheEar.class).getConstructor().newInstance();
    Object proxy =
        Proxy.newProxyInstance(
            ClassLoader.getPlatformClassLoader(), new Class<?>[] {Runnable.class}, handler);

    assertThat(ServerTypes.made(proxy)).isFalse();
  }
}
