package dev.cloakroom.servlet;

import static java.lang.System.Logger.Level.DEBUG;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.http.MediaType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The CSRF token that a request shows: in a header, else in a field of its form. What stands in its
 * address is none: it ends up in logs, histories and the {@code Referer}. A body is read only where
 * no header came, and where it is a form, by the container, so that the application finds the
 * parameters and parts as if it had been the first to ask.
 */
public final class ShownCsrfToken {
  /** The header. */
  public static final String HEADER = "X-CSRF-Token";

  /** The field of a form. */
  public static final String FIELD = "_csrf";

  /** The header of Angular and axios. */
  private static final String SCRIPTS_HEADER = "X-XSRF-TOKEN";

  private static final System.Logger LOG = System.getLogger("dev.cloakroom.servlet");
  private static final String TOLD = ShownCsrfToken.class.getName();
  private static final String MULTIPART = "multipart/form-data";
  private static final int LONGEST = 256;

  private ShownCsrfToken() {}

  /** Tells what the body of a request has in that field, for whoever has read it. */
  public static void tell(HttpServletRequest request, @Nullable String field) {
    request.setAttribute(TOLD, field == null ? List.of() : List.of(field));
  }

  /** Whether a form was read to look for it. */
  public static boolean wasLookedForInAForm(HttpServletRequest request) {
    return request.getAttribute(TOLD) != null && isForm(request);
  }

  /** What a request shows: no text, one, or several, of which none counts. */
  static List<String> in(HttpServletRequest request) {
    List<String> header = headers(request, HEADER);
    List<String> shown = header.isEmpty() ? headers(request, SCRIPTS_HEADER) : header;
    return shown.isEmpty() ? inBody(request) : shown;
  }

  private static List<String> headers(HttpServletRequest request, String name) {
    return request.getHeader(name) == null
        ? List.of()
        : Collections.list(request.getHeaders(name)).stream()
            .filter(value -> !value.isEmpty())
            .toList();
  }

  @SuppressWarnings("unchecked") // as tell keeps it
  private static List<String> inBody(HttpServletRequest request) {
    Object told = request.getAttribute(TOLD);
    if (told != null) {
      return (List<String>) told;
    }
    List<String> read = read(request);
    request.setAttribute(TOLD, read);
    return read;
  }

  private static List<String> read(HttpServletRequest request) {
    if (isForm(request)) {
      FormEncoding.tell(request);
      return ReadForm.values(request, FIELD);
    }
    if (isOf(request, MULTIPART)) {
      FormEncoding.tell(request);
      return inParts(request);
    }
    return List.of();
  }

  /** Of no other method does a container read a form (Jakarta Servlet 6.0, section 3.1.1). */
  private static boolean isForm(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && MediaType.parse(request.getContentType()).filter(MediaType::isForm).isPresent();
  }

  private static boolean isOf(HttpServletRequest request, String type) {
    Optional<MediaType> sent = MediaType.parse(request.getContentType());
    return sent.filter(media -> media.essence().equals(type)).isPresent();
  }

  /** None where the servlet that is asked takes no parts: then the container leaves the body. */
  private static List<String> inParts(HttpServletRequest request) {
    try {
      return request.getParts().stream()
          .filter(part -> FIELD.equals(part.getName()))
          .map(ShownCsrfToken::text)
          .toList();
    } catch (IOException | ServletException | RuntimeException unread) {
      LOG.log(DEBUG, "No CSRF token can be looked for in the parts of a request.", unread);
      return List.of();
    }
  }

  private static String text(Part part) {
    try (InputStream content = part.getInputStream()) {
      return new String(content.readNBytes(LONGEST), UTF_8);
    } catch (IOException unread) {
      LOG.log(DEBUG, "A CSRF token cannot be read.", unread);
      return "";
    }
  }
}
