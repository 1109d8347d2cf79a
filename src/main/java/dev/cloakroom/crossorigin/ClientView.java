package dev.cloakroom.crossorigin;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as its client has sent it, whatever stood between.
 *
 * @param scheme {@code http} or {@code https}
 * @param host what the {@code Host} header said; null if none was sent
 * @param address the client's
 */
public record ClientView(String scheme, @Nullable String host, String address) {
  private static final Pattern PORT_AT_END = Pattern.compile(".*:[0-9]+");

  /** Whether it came by HTTPS. */
  public boolean isEncrypted() {
    return scheme.equals("https");
  }

  /** What is left of this where somebody says otherwise. */
  ClientView but(Hop said) {
    return new ClientView(
        said.scheme() == null ? scheme : said.scheme(),
        withPort(said.host() == null ? host : said.host(), said.port()),
        said.from() == null ? address : said.from().getHostAddress());
  }

  private static @Nullable String withPort(@Nullable String host, @Nullable String port) {
    return host == null || port == null || PORT_AT_END.matcher(host).matches()
        ? host
        : host + ":" + port;
  }
}
