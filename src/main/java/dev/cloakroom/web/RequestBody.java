package dev.cloakroom.web;

import static java.lang.System.Logger.Level.ERROR;

import dev.cloakroom.http.FormBody;
import dev.cloakroom.http.MediaType;
import dev.cloakroom.http.Problem;
import dev.cloakroom.http.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;

/** The body of a request to an endpoint: a flat set of fields, from JSON or from a form. */
sealed interface RequestBody {

  System.Logger LOG = System.getLogger("dev.cloakroom.web");

  /** The longest body that is read, in bytes. */
  int MAX_BYTES = 8 * 1024;

  /** As the client has sent it: servers add an encoding that the application has set. */
  String TYPE = "Content-Type";

  /** The fields of a body, each once. */
  record Fields(Map<String, String> values) implements RequestBody {
    public Fields {
      values = Map.copyOf(values);
    }

    /** The number of fields only: among them are passwords. */
    @Override
    public String toString() {
      return "Fields[" + values.size() + "]";
    }
  }

  /** A body that is not read, and why. */
  record Unreadable(Problem problem) implements RequestBody {}

  /** The refusal of a body that is outside its grammar. */
  static RequestBody malformed(String detail) {
    return new Unreadable(new Problem(Reason.MALFORMED_REQUEST, detail));
  }

  /** Reads the body of a request; one without any has no fields, whatever its type. */
  static RequestBody of(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > MAX_BYTES) {
      return new Unreadable(Problem.of(Reason.BODY_TOO_LARGE));
    }
    byte[] body = SentBytes.of(request, MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      return new Unreadable(Problem.of(Reason.BODY_TOO_LARGE));
    }
    if (body.length == 0) {
      return isLost(request)
          ? new Unreadable(Problem.of(Reason.MISCONFIGURED_SERVER))
          : new Fields(Map.of());
    }
    return isTypeRepeated(request)
        ? new Unreadable(Problem.of(Reason.REPEATED_HEADER))
        : parsed(request.getHeader(TYPE), body);
  }

  /**
   * Whether somebody has read the body and hands on nothing. Of a form that cannot be told: it may
   * have no field.
   */
  private static boolean isLost(HttpServletRequest request) {
    boolean isLost =
        request.getContentLengthLong() > 0
            && MediaType.parse(request.getHeader(TYPE)).filter(MediaType::isJson).isPresent();
    if (isLost) {
      LOG.log(
          ERROR,
          "A filter of the application has read the body of a request to {0}, and hands on nothing."
              + " Have it hand on a request that gives a copy, or leave this path out.",
          request.getServletPath());
    }
    return isLost;
  }

  /** Two readers could take the body for different things. */
  private static boolean isTypeRepeated(HttpServletRequest request) {
    Enumeration<String> types = request.getHeaders(TYPE);
    return types != null && Collections.list(types).size() > 1;
  }

  private static RequestBody parsed(String contentType, byte[] body) {
    Optional<MediaType> type = MediaType.parse(contentType);
    if (type.filter(MediaType::isJson).isPresent()) {
      return JsonBody.parse(body);
    }
    return type.filter(MediaType::isForm).isPresent()
        ? form(FormBody.parse(body))
        : new Unreadable(Problem.of(Reason.UNSUPPORTED_MEDIA_TYPE));
  }

  private static RequestBody form(FormBody form) {
    return form instanceof FormBody.Fields fields
        ? new Fields(fields.values())
        : malformed(((FormBody.Refused) form).detail());
  }
}
