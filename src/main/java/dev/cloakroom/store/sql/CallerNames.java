package dev.cloakroom.store.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Which names of callers every database keeps as they are. */
final class CallerNames {
  private static final int LONGEST = 255;

  private CallerNames() {}

  /** Without NUL, which PostgreSQL has not, and without what UTF-8 has no form for. */
  static boolean isStorable(String name) {
    return name.length() <= LONGEST && name.indexOf('\0') < 0 && UTF_8.newEncoder().canEncode(name);
  }
}
