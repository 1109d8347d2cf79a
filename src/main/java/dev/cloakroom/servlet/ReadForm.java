package dev.cloakroom.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.http.FormBody;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form that the container has read already, because the application asked it for a parameter
 * before. Parameters of the query are none of the form: what stands in an address ends up in logs
 * and histories, so that no credential is taken from there.
 *
 * @see <a href="https://jakarta.ee/specifications/servlet/6.0/">Jakarta Servlet 6.0, section
 *     3.1</a>
 */
public final class ReadForm {
  /** No form has such a byte, so this one is refused as what cannot be decoded. */
  private static final byte[] UNDECODABLE = "%".getBytes(US_ASCII);

  private ReadForm() {}

  /** The form as it may have been sent; without bytes if it has no field. */
  public static byte[] bytes(HttpServletRequest request) {
    try {
      return encoded(request.getParameterMap(), namesInQueries(request), charset(request));
    } catch (IllegalStateException | IllegalArgumentException undecodable) {
      return UNDECODABLE;
    }
  }

  /** The values of one field of the form; none if it cannot be decoded. */
  static List<String> values(HttpServletRequest request, String name) {
    try {
      String[] all = request.getParameterMap().get(name);
      return all == null
          ? List.of()
          : Stream.of(all).skip(Collections.frequency(namesInQueries(request), name)).toList();
    } catch (RuntimeException unreadable) {
      // some servers say by another of these that a client is gone or has sent too much
      return List.of();
    }
  }

  private static byte[] encoded(
      Map<String, String[]> parameters, List<String> inQueries, Charset charset) {
    return parameters.entrySet().stream()
        .flatMap(
            parameter ->
                Stream.of(parameter.getValue())
                    .skip(Collections.frequency(inQueries, parameter.getKey()))
                    .map(value -> encoded(parameter.getKey(), value, charset)))
        .collect(Collectors.joining("&"))
        .getBytes(US_ASCII);
  }

  private static String encoded(String name, String value, Charset charset) {
    return URLEncoder.encode(name, charset) + "=" + URLEncoder.encode(value, charset);
  }

  /** What the container has decoded the form by. */
  private static Charset charset(HttpServletRequest request) {
    String name = request.getCharacterEncoding();
    return name == null ? ISO_8859_1 : Charset.forName(name);
  }

  /**
   * Each as often as it stands there: the values of the query come before those of the form. Of a
   * forward, the queries of both.
   */
  private static List<String> namesInQueries(HttpServletRequest request) {
    String query = request.getQueryString();
    String original = (String) request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
    List<String> names = new ArrayList<>();
    addNames(query, names);
    if (!Objects.equals(query, original)) {
      addNames(original, names);
    }
    return names;
  }

  private static void addNames(@Nullable String query, List<String> names) {
    if (query != null) {
      for (String parameter : query.split("&", -1)) {
        names.add(decoded(parameter.split("=", 2)[0]));
      }
    }
  }

  private static String decoded(String name) {
    if (FormBody.parse(name.getBytes(UTF_8)) instanceof FormBody.Fields fields) {
      return String.join("", fields.values().keySet());
    }
    throw new IllegalStateException("A name in the query cannot be decoded.");
  }
}
