package dev.cloakroom.store.sql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL's driver hears by LISTEN. The driver is found at run time behind whatever a pool
 * wraps around its connections; nothing here is compiled against it.
 */
final class Notifications {
  private static final String DRIVER_TYPE = "org.postgresql.PGConnection";

  private final Object connection;
  private final Method getNotifications;

  private Notifications(Object connection, Method getNotifications) {
    this.connection = connection;
    this.getNotifications = getNotifications;
  }

  /** Those of a connection; null if the driver's own connection cannot be got at. */
  static @Nullable Notifications of(Connection connection) {
    for (ClassLoader loader : loaders(connection)) {
      Notifications found = unwrapped(connection, loader);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Notifications unwrapped(Connection connection, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(DRIVER_TYPE, false, loader);
      return connection.isWrapperFor(type)
          ? new Notifications(
              connection.unwrap(type), type.getMethod("getNotifications", int.class))
          : null;
    } catch (ReflectiveOperationException | LinkageError | SQLException e) {
      return null;
    }
  }

  /** Where the driver's types may be seen. Pools hand out its arrays and metadata unwrapped. */
  private static List<ClassLoader> loaders(Connection connection) {
    List<ClassLoader> loaders = new ArrayList<>();
    add(loaders, connection);
    try {
      add(loaders, connection.getMetaData());
      add(loaders, connection.getMetaData().getConnection());
      add(loaders, connection.createArrayOf("int4", new Integer[0]));
    } catch (SQLException | RuntimeException e) {
      // One place less to look at.
    }
    ClassLoader ours = Notifications.class.getClassLoader();
    if (ours != null) {
      loaders.add(ours);
    }
    return loaders;
  }

  private static void add(List<ClassLoader> loaders, Object made) {
    ClassLoader loader = made.getClass().getClassLoader();
    if (loader != null && !loaders.contains(loader)) {
      loaders.add(loader);
    }
  }

  /** Waits until something is heard, or so many milliseconds; gives what was sent with each. */
  List<String> await(int millis) throws SQLException {
    Object[] heard = (Object[]) call(connection, getNotifications, millis);
    List<String> sent = new ArrayList<>();
    if (heard != null) {
      for (Object one : heard) {
        sent.add(parameter(one));
      }
    }
    return sent;
  }

  private String parameter(Object notification) throws SQLException {
    try {
      Class<?> type = getNotifications.getReturnType().getComponentType();
      return String.valueOf(call(notification, type.getMethod("getParameter")));
    } catch (NoSuchMethodException e) {
      throw new SQLException("this driver's notifications have no parameter", e);
    }
  }

  private static @Nullable Object call(Object target, Method method, Object... arguments)
      throws SQLException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw new SQLException("waiting for changes failed: " + e.getCause(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new SQLException("this driver does not let its notifications be asked for", e);
    }
  }
}
