package dev.cloakroom.crossorigin;

import dev.cloakroom.http.FormBody;
import dev.cloakroom.http.LocalTarget;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page of this server that a request comes from, as {@code Referer} says (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-10.1.3">RFC 9110 §10.1.3</a>). The scheme
 * does not count: a proxy may have taken HTTPS away.
 *
 * @param target the page
 */
public record Referer(LocalTarget target) {

  /** The page that an absolute URL names, if it is of this host and a local target. */
  public static Optional<Referer> at(@Nullable String host, @Nullable String url) {
    if (url == null) {
      return Optional.empty();
    }
    int authority = url.indexOf("://");
    int path = url.indexOf('/', authority + 3);
    return authority < 0 || path < 0
        ? Optional.empty()
        : Origin.parse(url.substring(0, path))
            .filter(origin -> origin.isAt(host))
            .flatMap(own -> LocalTarget.parse(url.substring(path)))
            .map(Referer::new);
  }

  /** A parameter of its query; empty if there is none, or none that can be read. */
  public Optional<String> parameter(String name) {
    return FormBody.parse(target.query().getBytes(StandardCharsets.US_ASCII))
            instanceof FormBody.Fields fields
        ? Optional.ofNullable(fields.values().get(name))
        : Optional.empty();
  }
}
