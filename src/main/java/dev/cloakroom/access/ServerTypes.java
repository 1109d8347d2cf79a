package dev.cloakroom.access;

import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Tells the server's own classes from those of the application, which need not be in its WAR: an
 * EAR and a shared library have class loaders of their own. Whatever is not known for the server's
 * is the application's, and held to its rules.
 */
public final class ServerTypes {
  private static final List<String> PACKAGES =
      List.of(
          "com.ibm.",
          "com.sun.",
          "fish.payara.",
          "io.openliberty.",
          "io.smallrye.",
          "io.undertow.",
          "org.apache.catalina.",
          "org.eclipse.persistence.",
          "org.glassfish.",
          "org.hibernate.",
          "org.jboss.",
          "org.wildfly.");

  private ServerTypes() {}

  /** Whether an object is the server's: a proxy is whose its handler is. */
  public static boolean made(Object object) {
    Class<?> type = object.getClass();
    return include(Proxy.isProxyClass(type) ? Proxy.getInvocationHandler(object).getClass() : type);
  }

  /** Whether a class is the server's. */
  public static boolean include(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader != ServerTypes.class.getClassLoader()
        && loader != Thread.currentThread().getContextClassLoader()
        && isInServerPackage(type.getName());
  }

  private static boolean isInServerPackage(String name) {
    for (String prefix : PACKAGES) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
