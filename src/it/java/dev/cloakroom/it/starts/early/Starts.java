package dev.cloakroom.it.starts.early;

import dev.cloakroom.LoginSession;
import dev.cloakroom.LoginSessions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Has everything injected that can be, and notes who has used it, in this order. */
@Dependent
public class Starts {
  private static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

  @Inject private LoginSessions logins;
  @Inject private LoginSession login;
  @Inject private JsonWebToken token;

  void note(String who) {
    SEEN.add(who + "=" + logins.of("nobody").size() + isThere(login) + isThere(token));
  }

  private static String isThere(Object injected) {
    return injected == null ? "!" : "";
  }

  static String seen() {
    return String.join(" ", SEEN);
  }
}
