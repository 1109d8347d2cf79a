package dev.cloakroom.store.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Which names of callers every store outside of this process keeps as they are: one rule. */
public final class CallerNames {
  private static final int LONGEST = 255;

  private CallerNames() {}

  /**
   * At most 255 characters, without NUL, which PostgreSQL has not, and without what UTF-8 has no
   * form for: it would be kept changed, and might be another caller's name then.
   */
  public static boolean isStorable(String name) {
    return name.length() <= LONGEST && name.indexOf('\0') < 0 && UTF_8.newEncoder().canEncode(name);
  }
}
