package dev.cloakroom.token;

import java.time.Instant;
import java.util.List;

/**
 * When and how a caller proved who they are.
 *
 * @param time the moment ({@code auth_time})
 * @param methods the methods ({@code amr}), such as {@code pwd}, named as in <a
 *     href="https://www.rfc-editor.org/rfc/rfc8176">RFC 8176</a>; may be empty
 */
public record Authentication(Instant time, List<String> methods) {
  /** Copies the methods. */
  public Authentication {
    methods = List.copyOf(methods);
  }
}
