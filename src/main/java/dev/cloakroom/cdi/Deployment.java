package dev.cloakroom.cdi;

import dev.cloakroom.config.Settings;
import dev.cloakroom.crypto.KeySource;
import dev.cloakroom.servlet.RequestRules;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an application was deployed with. Applications are told apart by their class loaders, so
 * that two in one server never see each other's, and beans find theirs also outside of a request.
 * Safe for use by several threads.
 *
 * <p>The initializer makes it, or whichever bean asks for it before: on some servers there are
 * beans before any initializer. Such an early one becomes the initializer's own.
 */
final class Deployment {
  private static final Map<ClassLoader, Deployment> BY_APPLICATION =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final Settings settings;
  private final KeySource keys;
  private final RequestRules rules;
  private volatile Set<String> roles;
  private volatile @Nullable String contextPath;

  /**
   * What an application is about to be deployed with.
   *
   * @param settings valid settings
   * @param keys the keys of its tokens
   */
  Deployment(Settings settings, KeySource keys) {
    this.settings = settings;
    this.keys = keys;
    this.rules = RequestRules.of(settings);
    this.roles = settings.roles();
  }

  /**
   * The deployment of the application that the calling thread works for; where there is none yet,
   * it is made of the settings that can be read by now.
   *
   * @throws IllegalStateException if the thread works for no application that has Cloakroom, or the
   *     settings that can be read do not suffice
   */
  static Deployment current() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    synchronized (BY_APPLICATION) {
      Deployment known = of(loader);
      return known == null ? startEarly(loader) : known;
    }
  }

  private static Deployment startEarly(@Nullable ClassLoader loader) {
    if (loader == null || !seesCloakroom(loader)) {
      throw new IllegalStateException(
          "Cloakroom was asked for by a thread that works for no application that has it: its"
              + " context class loader is "
              + loader
              + ". Is the JAR in WEB-INF/lib?");
    }
    Deployment early = DeploymentStart.early(loader);
    BY_APPLICATION.put(loader, early);
    return early;
  }

  private static boolean seesCloakroom(ClassLoader loader) {
    try {
      return Class.forName(Deployment.class.getName(), false, loader) == Deployment.class;
    } catch (ClassNotFoundException notThere) {
      return false;
    }
  }

  /**
   * That of the application with this class loader, or with one above it; null if there is none.
   */
  private static @Nullable Deployment of(@Nullable ClassLoader application) {
    ClassLoader loader = application;
    while (loader != null) {
      Deployment deployment = BY_APPLICATION.get(loader);
      if (deployment != null) {
        return deployment;
      }
      loader = loader.getParent();
    }
    return null;
  }

  /**
   * Begins what the initializer of an application goes on with.
   *
   * @return what a bean has asked for already; else what is made now, also where another
   *     initializer has had its own
   */
  static Deployment begin(ClassLoader application, Supplier<Deployment> anew) {
    synchronized (BY_APPLICATION) {
      Deployment known = of(application);
      if (known != null && !known.isInitialized()) {
        return known;
      }
      Deployment made = anew.get();
      BY_APPLICATION.put(application, made);
      return made;
    }
  }

  /**
   * The initializer is at work, which registers endpoints and filters.
   *
   * @param path where the application lives on its server
   * @param declared the roles that it declares
   */
  void initialize(String path, Set<String> declared) {
    roles = Set.copyOf(declared);
    contextPath = path;
  }

  boolean isInitialized() {
    return contextPath != null;
  }

  Settings settings() {
    return settings;
  }

  KeySource keys() {
    return keys;
  }

  RequestRules rules() {
    return rules;
  }

  /** The roles that the application declares; before the initializer has run, those it is set. */
  Set<String> roles() {
    return roles;
  }

  /**
   * This, for what answers requests.
   *
   * @throws IllegalStateException if the initializer did not run: no request must be answered then
   */
  Deployment initialized() {
    requireContextPath();
    return this;
  }

  /**
   * The issuer of its tokens where none is configured: the same on all nodes.
   *
   * @throws IllegalStateException if the initializer did not run
   */
  String defaultIssuer() {
    return "urn:cloakroom:" + ContextPath.inWords(requireContextPath());
  }

  private String requireContextPath() {
    String path = contextPath;
    if (path == null) {
      throw new IllegalStateException(
          "Cloakroom has not been started in this application: its ServletContainerInitializer did"
              + " not run, or not yet, so that no request must be answered. If the web.xml has"
              + " <absolute-ordering>, name Cloakroom in it: <name>cloakroom</name>.");
    }
    return path;
  }
}
