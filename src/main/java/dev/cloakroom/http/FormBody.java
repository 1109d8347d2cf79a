package dev.cloakroom.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The body of a form post (<a
 * href="https://url.spec.whatwg.org/#urlencoded-parsing">application/x-www-form-urlencoded</a>),
 * read more strictly than a container does: a name that comes twice, an incomplete escape and
 * invalid UTF-8 refuse the whole body, because two readers could take them for different things.
 */
public sealed interface FormBody {

  /**
   * The fields of a body, in its order.
   *
   * @param values name to value, decoded; each may be empty
   */
  record Fields(Map<String, String> values) implements FormBody {
    public Fields {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The number of fields only: among them are passwords. */
    @Override
    public String toString() {
      return "Fields[" + values.size() + "]";
    }
  }

  /** Why a body is refused. */
  enum Refused implements FormBody {
    DUPLICATE_NAME("The form has a field twice."),
    INVALID_ENCODING("The form has an incomplete percent escape or is not UTF-8.");

    private final String detail;

    Refused(String detail) {
      this.detail = detail;
    }

    /** A sentence for people. */
    public String detail() {
      return detail;
    }
  }

  /** Reads a body, in time linear in its length; the caller bounds that. */
  static FormBody parse(byte[] body) {
    Map<String, String> values = new LinkedHashMap<>();
    int end;
    for (int start = 0; start < body.length; start = end + 1) {
      end = PercentCoding.indexOrEnd(body, '&', start, body.length);
      if (end > start) {
        int equals = PercentCoding.indexOrEnd(body, '=', start, end);
        Optional<String> name = PercentCoding.decode(body, start, equals);
        Optional<String> value = PercentCoding.decode(body, Math.min(equals + 1, end), end);
        if (name.isEmpty() || value.isEmpty()) {
          return Refused.INVALID_ENCODING;
        }
        if (values.putIfAbsent(name.get(), value.get()) != null) {
          return Refused.DUPLICATE_NAME;
        }
      }
    }
    return new Fields(values);
  }
}
