package dev.cloakroom.store.sql;

import dev.cloakroom.testing.Stub;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Data sources that do one thing otherwise than a real one. */
final class FakeSource {

  /** Gives a connection, or fails. */
  interface Opener {
    Connection open() throws SQLException;
  }

  /** Does a call of a method, or lets it through. */
  interface Interception {
    @Nullable Object call(Method method, Call real) throws Throwable;
  }

  /** A call, which may go on to the real connection. */
  static final class Call {
    private final Connection real;
    private final Method method;
    private final @Nullable Object[] arguments;

    private Call(Connection real, Method method, @Nullable Object[] arguments) {
      this.real = real;
      this.method = method;
      this.arguments = arguments;
    }

    @Nullable Object run() throws Throwable {
      try {
        return method.invoke(real, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause() == null ? e : e.getCause();
      }
    }

    Object argument(int index) {
      return Objects.requireNonNull(arguments[index]);
    }
  }

  private FakeSource() {}

  /** One whose connections come from there. */
  static DataSource of(Opener opener) {
    Object source =
        Proxy.newProxyInstance(
            FakeSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (self, method, arguments) -> opener.open());
    return (DataSource) source;
  }

  /** A connection some of whose calls are intercepted. */
  static Connection around(Connection real, Interception interception) {
    Object connection =
        Proxy.newProxyInstance(
            FakeSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) ->
                interception.call(method, new Call(real, method, arguments)));
    return (Connection) connection;
  }

  /** One that is never given back, so that nothing but statements goes over it. */
  static DataSource single(Connection real) {
    Connection kept =
        around(real, (method, call) -> method.getName().equals("close") ? null : call.run());
    return of(() -> kept);
  }

  /** One of a product that says what it is and nothing more. */
  static DataSource ofProduct(String name) {
    DatabaseMetaData metaData =
        Stub.of(DatabaseMetaData.class, Map.of("getDatabaseProductName", arguments -> name));
    Connection connection =
        Stub.of(
            Connection.class,
            Map.of(
                "getAutoCommit", arguments -> true,
                "getMetaData", arguments -> metaData,
                "isClosed", arguments -> false,
                "close", arguments -> null));
    return of(() -> connection);
  }
}
