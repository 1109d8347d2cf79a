package dev.cloakroom.scope;

import static java.lang.System.Logger.Level.WARNING;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cloakroom.config.LoginScopedSettings;
import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.store.BeanState;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Callers of the application's own types, which its identity stores give: kept with the login
 * session as what {@code @LoginScoped} beans hold is, and made again where somebody asks for one,
 * once for each copy of the session in memory. Safe for use by several threads.
 */
public final class OwnCallers {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.scope");

  /** What a caller is kept under. No bean of the application has this name. */
  private static final String NAME = CallerPrincipal.class.getName();

  private static final String ATTRIBUTE = "dev.cloakroom.caller";

  private final Set<Class<?>> found;
  private final AllowedTypes allowed;
  private final int mostBytes;
  private final ClassLoader loader;
  private final LoginBeans login;
  private final Cache<BeanState, Optional<CallerPrincipal>> made =
      Caffeine.newBuilder().weakKeys().build();
  private final Set<Class<?>> unkept = ConcurrentHashMap.newKeySet();

  /**
   * The own callers of an application.
   *
   * @param found the application's types of callers
   * @param loader knows its classes
   */
  public OwnCallers(
      Set<Class<?>> found, ClassLoader loader, LoginScopedSettings settings, LoginBeans login) {
    this.found = Set.copyOf(found);
    this.allowed = AllowedTypes.from(found, settings.types());
    this.mostBytes = settings.maxSize();
    this.loader = loader;
    this.login = login;
  }

  /** The own callers of the application that is running. */
  public static OwnCallers of(
      ServletContext application, LoginScopedSettings settings, LoginBeans login) {
    return new OwnCallers(
        CallerTypes.of(application), application.getClassLoader(), settings, login);
  }

  /** What is to be kept of the caller whom a request logs in; nothing of one without a type. */
  public Map<String, BeanState> stateOf(CallerPrincipal caller, ServletRequest request) {
    request.setAttribute(ATTRIBUTE, caller);
    if (caller.getClass() == CallerPrincipal.class) {
      return Map.of();
    }
    try {
      return Map.of(NAME, encoded(caller));
    } catch (UnkeepableStateException unkeepable) {
      if (unkept.add(caller.getClass())) {
        LOG.log(WARNING, unkeepable.getMessage());
      }
      return Map.of();
    }
  }

  /** Has the request that logs a caller in know who that is, by what {@link #stateOf} gave. */
  public void recall(Map<String, BeanState> kept, ServletRequest request) {
    BeanState state = kept.get(NAME);
    request.setAttribute(ATTRIBUTE, state == null ? null : decoded(state).orElse(null));
  }

  private BeanState encoded(CallerPrincipal caller) throws UnkeepableStateException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (StateWriter out = new StateWriter(bytes, allowed)) {
      out.writeObject(caller);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw unkeepable(caller, String.valueOf(e.getMessage()), e);
    }
    if (bytes.size() > mostBytes) {
      String why = bytes.size() + " bytes are more than cloakroom.login-scoped.max-size";
      throw unkeepable(caller, why, null);
    }
    return BeanState.of(bytes.toByteArray());
  }

  private static UnkeepableStateException unkeepable(
      CallerPrincipal caller, String why, @Nullable Throwable cause) {
    return new UnkeepableStateException(
        "A caller of the type "
            + caller.getClass().getName()
            + " cannot be kept with the login session: "
            + why
            + ". getPrincipalsByType finds it in the request that logs in, and not afterwards. Have"
            + " its fields hold what @LoginScoped beans may, or name their types in"
            + " cloakroom.login-scoped.types. This is said once.",
        cause);
  }

  /** Whether own callers can be of a type; those of all callers are the server's answer alone. */
  public static boolean mayBe(Class<? extends Principal> type) {
    return type != CallerPrincipal.class
        && type != Principal.class
        && !type.getName().startsWith(CallerTypes.OURS);
  }

  /** Whether one that is known can be of a type. */
  public boolean canBe(Class<? extends Principal> type) {
    return mayBe(type)
        && (CallerPrincipal.class.isAssignableFrom(type)
            || found.stream().anyMatch(type::isAssignableFrom));
  }

  /** The own caller of the calling thread's request; null if there is none. */
  public @Nullable CallerPrincipal current() {
    RequestLogin current = login.login();
    if (!(current instanceof RequestLogin.OfRecord)) {
      return null;
    }
    if (LoginExchange.opened(login.request()) != null) {
      return (CallerPrincipal) login.request().getAttribute(ATTRIBUTE);
    }
    BeanState state = login.sessions().of(current.session().id()).get(NAME);
    return state == null ? null : made.get(state, this::decoded).orElse(null);
  }

  private Optional<CallerPrincipal> decoded(BeanState state) {
    try (StateReader in = new StateReader(state.open(), state.size(), allowed, loader)) {
      return Optional.of((CallerPrincipal) in.readObject());
    } catch (IOException
        | ClassNotFoundException
        | RuntimeException
        | LinkageError
        | StackOverflowError unreadable) {
      LOG.log(WARNING, "What is kept of a caller cannot be read: {0}", unreadable);
      return Optional.empty();
    }
  }
}
