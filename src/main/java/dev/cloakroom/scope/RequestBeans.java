package dev.cloakroom.scope;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.http.Reason;
import dev.cloakroom.scope.HeldBean.Made;
import dev.cloakroom.session.BeanWrite;
import dev.cloakroom.store.BeanState;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@code @LoginScoped} instances of one request. All are made from what the session kept when
 * the first of them was used, and kept together. Safe for use by several threads, since an
 * asynchronous request has more than one.
 */
public final class RequestBeans {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.scope");
  private static final String ATTRIBUTE = "dev.cloakroom.beans";

  private final String sessionId;
  private final LoginBeans login;
  private final Map<BeanForm<?>, HeldBean<?>> held = new LinkedHashMap<>();
  private @Nullable Map<String, BeanState> kept;
  private @Nullable Reason failure;

  private RequestBeans(String sessionId, LoginBeans login) {
    this.sessionId = sessionId;
    this.login = login;
  }

  /**
   * Has what a request changed kept with its session. Once that has failed it fails again.
   *
   * @return why it failed; null if all is kept
   */
  public static @Nullable Reason keep(ServletRequest request) {
    RequestBeans beans = of(request);
    return beans == null ? null : beans.keep();
  }

  /** The names of the beans that a request has used, for a log. */
  public static List<String> names(ServletRequest request) {
    RequestBeans beans = of(request);
    return beans == null ? List.of() : beans.names();
  }

  /** A request is over: its instances go, with what was not kept of them. */
  public static void close(ServletRequest request) {
    RequestBeans beans = of(request);
    if (beans != null) {
      beans.close();
    }
  }

  /** The instances of a request; null if it has used none. */
  static @Nullable RequestBeans of(ServletRequest request) {
    return (RequestBeans) request.getAttribute(ATTRIBUTE);
  }

  /** The instances of a request and a session, from now on. */
  static RequestBeans of(ServletRequest request, String sessionId, LoginBeans login) {
    RequestBeans known = of(request);
    if (known != null && known.isOf(sessionId)) {
      return known;
    }
    RequestBeans fresh = new RequestBeans(sessionId, login);
    RequestBeans present = offered(request, fresh);
    if (present != null && present.isOf(sessionId)) {
      return present;
    }
    if (present != null) {
      present.close();
    }
    return fresh;
  }

  /** What the request had before; it has the fresh ones now unless those were of the session. */
  private static synchronized @Nullable RequestBeans offered(
      ServletRequest request, RequestBeans fresh) {
    RequestBeans present = of(request);
    if (present == null || !present.isOf(fresh.sessionId)) {
      request.setAttribute(ATTRIBUTE, fresh);
    }
    return present;
  }

  boolean isOf(String id) {
    return sessionId.equals(id);
  }

  /** The instance of a bean, if the request has used it before. */
  synchronized <T> @Nullable T present(BeanForm<T> form) {
    HeldBean<T> bean = held(form);
    return bean == null ? null : bean.instance();
  }

  /** The instance of a bean. */
  synchronized <T> T get(BeanForm<T> form, CreationalContext<T> creation) {
    HeldBean<T> present = held(form);
    if (present != null) {
      return present.instance();
    }
    HeldBean<T> made = made(form, creation);
    held.put(form, made);
    return made.instance();
  }

  @SuppressWarnings("unchecked") // put there under its own form
  private <T> @Nullable HeldBean<T> held(BeanForm<T> form) {
    return (HeldBean<T>) held.get(form);
  }

  private <T> HeldBean<T> made(BeanForm<T> form, CreationalContext<T> creation) {
    BeanState state = kept().get(form.name());
    Map<String, @Nullable Object> values = state == null ? null : values(form, state);
    boolean done = false;
    try {
      Made<T> instance =
          values == null
              ? new Made<>(form.begun(creation), creation, true)
              : new Made<>(form.restored(creation, values), creation, false);
      HeldBean<T> made = new HeldBean<>(form, instance, state, login.codec());
      done = true;
      return made;
    } catch (UnkeepableStateException unkeepable) {
      throw new IllegalStateException(unkeepable.getMessage(), unkeepable);
    } finally {
      if (!done) {
        creation.release();
      }
    }
  }

  private Map<String, BeanState> kept() {
    Map<String, BeanState> known = kept;
    if (known == null) {
      known = login.sessions().of(sessionId);
      kept = known;
    }
    return known;
  }

  /** Null if it cannot be read: the bean begins again. */
  private @Nullable Map<String, @Nullable Object> values(BeanForm<?> form, BeanState state) {
    try {
      return login.codec().decode(form, state);
    } catch (IOException unreadable) {
      LOG.log(
          WARNING,
          "What @LoginScoped {0} held cannot be read, so it begins again, in login session {1}: {2}",
          form.name(),
          sessionId,
          unreadable);
      return null;
    }
  }

  private synchronized @Nullable Reason keep() {
    if (failure == null) {
      failure = attempt();
    }
    return failure;
  }

  private @Nullable Reason attempt() {
    try {
      Map<HeldBean<?>, BeanWrite> pending = new LinkedHashMap<>();
      for (HeldBean<?> bean : held.values()) {
        BeanWrite write = bean.pending();
        if (write != null) {
          pending.put(bean, write);
        }
      }
      return pending.isEmpty() ? null : write(pending);
    } catch (UnkeepableStateException unkeepable) {
      LOG.log(ERROR, unkeepable.getMessage(), unkeepable);
      return Reason.MISCONFIGURED_SERVER;
    } catch (StoreUnavailableException broken) {
      LOG.log(ERROR, "The session store failed; nothing that beans hold is kept.", broken);
      return Reason.UNAVAILABLE;
    }
  }

  private @Nullable Reason write(Map<HeldBean<?>, BeanWrite> pending) {
    return switch (login.sessions().write(sessionId, new ArrayList<>(pending.values()))) {
      case WRITTEN -> {
        pending.forEach(HeldBean::written);
        yield null;
      }
      case CONFLICT -> Reason.CONFLICTING_CHANGE;
      case TOO_LARGE -> Reason.STATE_TOO_LARGE;
      case OVER -> null;
    };
  }

  private synchronized List<String> names() {
    return held.values().stream().map(HeldBean::name).toList();
  }

  private synchronized void close() {
    held.values().forEach(HeldBean::release);
    forget();
  }

  /**
   * The session has ended: its beans' lives are over.
   *
   * @return the names of those that were destroyed
   */
  synchronized Set<String> destroy() {
    Set<String> destroyed = Set.copyOf(names());
    for (HeldBean<?> bean : held.values()) {
      LastWords.of(bean.name(), bean::destroy);
    }
    forget();
    return destroyed;
  }

  private void forget() {
    held.clear();
    kept = null;
  }
}
