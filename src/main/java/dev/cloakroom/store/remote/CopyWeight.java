package dev.cloakroom.store.remote;

import dev.cloakroom.store.BeanState;
import dev.cloakroom.store.Login;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.Succession;

/**
 * How many ordinary sessions a session takes the memory of: 4 KB are one. Callers in hundreds of
 * groups and beans that hold much count as several, so that the number of copies bounds their
 * bytes.
 */
final class CopyWeight {
  private static final int OF_ONE = 4096;
  private static final int OF_ANY = 1024;

  /** A text in a set: its characters, the objects around them, and their place. */
  private static final int OF_A_TEXT = 80;

  /** A hash, its moment, and the objects around them. */
  private static final int OF_A_SECRET = 120;

  private CopyWeight() {}

  static int of(SessionRecord record) {
    Login login = record.login();
    int bytes = OF_ANY + login.callerName().length() + login.client().userAgent().length();
    Succession secrets = record.ticket().secrets();
    bytes += OF_A_SECRET * (secrets.offered().size() + secrets.replaced().size());
    for (String group : login.groups()) {
      bytes += OF_A_TEXT + group.length();
    }
    for (BeanState state : record.beans().values()) {
      bytes += OF_A_TEXT + state.size();
    }
    return 1 + bytes / OF_ONE;
  }
}
