package dev.cloakroom.it.guest.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What methods are called with. One that takes what is not known here cannot be called. */
record Canned(HttpServletRequest request, HttpServletResponse response) {
  static final String UNKNOWN = "no argument is known of type ";
  private static final String TEXT = "gr\u00fc\u00dfe \u20ac";
  private static final Map<String, String> NAMED =
      Map.of(
          "setContentType", "text/html;charset=ISO-8859-1",
          "setCharacterEncoding", "ISO-8859-1",
          "getRequestDispatcher", "/methods",
          "sendRedirect", "elsewhere?a=b",
          "getParameter", "field",
          "getParameterValues", "field",
          "getHeader", "X-Method",
          "getHeaders", "X-Method",
          "dispatch", "/methods");

  /** The length that the rest of the answer has: {@link CallPage#TAIL}. */
  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "sendError", 410,
          "sendRedirect", 307,
          "setStatus", 202,
          "setContentLength", CallPage.TAIL.length(),
          "setBufferSize", 16_384);

  @Nullable Object[] arguments(Method method) {
    Class<?>[] types = method.getParameterTypes();
    @Nullable Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = argument(method, types[i], i);
    }
    return arguments;
  }

  /** The same with nothing in the place of each object. */
  @Nullable Object[] withoutObjects(Method method) {
    @Nullable Object[] arguments = arguments(method);
    for (int i = 0; i < arguments.length; i++) {
      if (!method.getParameterTypes()[i].isPrimitive()) {
        arguments[i] = null;
      }
    }
    return arguments;
  }

  private Object argument(Method method, Class<?> type, int index) {
    return switch (type.getSimpleName()) {
      case "boolean" -> true;
      case "char" -> '\u20ac';
      case "int" -> NUMBERS.getOrDefault(method.getName(), index == 2 ? 2 : 1);
      case "long" -> method.getName().startsWith("set") ? (long) CallPage.TAIL.length() : 1L;
      case "float" -> 1.5f;
      case "double" -> 2.5;
      case "String" ->
          method.getDeclaringClass().getName().startsWith("jakarta.servlet.http")
              ? NAMED.getOrDefault(method.getName(), "X-Probe")
              : NAMED.getOrDefault(method.getName(), TEXT);
      case "CharSequence", "Object" -> TEXT;
      case "Object[]" -> new Object[] {TEXT};
      case "char[]" -> TEXT.toCharArray();
      case "byte[]" -> TEXT.getBytes(UTF_8);
      default -> object(method, type);
    };
  }

  private Object object(Method method, Class<?> type) {
    return switch (type.getSimpleName()) {
      case "Locale" -> Locale.GERMANY;
      case "Charset" -> ISO_8859_1;
      case "ByteBuffer" -> ByteBuffer.wrap(TEXT.getBytes(UTF_8));
      case "OutputStream" -> new ByteArrayOutputStream();
      case "Cookie" -> new Cookie("basket", "full");
      case "Supplier" -> (Supplier<Map<String, String>>) () -> Map.of("X-Trailer", "probe");
      case "Runnable" -> (Runnable) () -> {};
      case "ServletContext" -> request.getServletContext();
      case "ServletRequest" -> request;
      case "ServletResponse", "HttpServletResponse" -> response;
      case "Class" ->
          method.getName().equals("upgrade") ? SilentUpgrade.class : SilentListener.class;
      case "AsyncListener", "ReadListener", "WriteListener" -> new SilentListener();
      default -> throw new IllegalArgumentException(UNKNOWN + type);
    };
  }
}
