package dev.cloakroom.cdi;

import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.task.CurrentLogin;
import dev.cloakroom.token.TokenContent;
import dev.cloakroom.token.VerifiedToken;
import jakarta.enterprise.inject.spi.CDI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the access token that logged in whom the calling thread works for. Safe for use by several
 * threads.
 */
final class CurrentToken implements Supplier<@Nullable TokenContent> {
  private volatile @Nullable CurrentLogin known;

  @Override
  public @Nullable TokenContent get() {
    CurrentLogin current = login();
    RequestLogin login = current == null ? null : current.find();
    if (login instanceof RequestLogin.OfAnotherIssuer foreign) {
      return foreign.token();
    }
    return login instanceof RequestLogin.ByToken byToken ? asOfNow(byToken) : null;
  }

  /** Groups may have been changed since the token was issued: those of the login count. */
  private static @Nullable VerifiedToken asOfNow(RequestLogin.ByToken login) {
    VerifiedToken token = login.token();
    return token == null ? null : token.in(login.session().groups());
  }

  /** Asked for here, and not of the bean's container, which on some servers is the extension's. */
  private @Nullable CurrentLogin login() {
    CurrentLogin found = known;
    if (found == null) {
      found = ofTheApplication();
      known = found;
    }
    return found;
  }

  /** A thread that no application is known on runs neither a request nor a task. */
  private static @Nullable CurrentLogin ofTheApplication() {
    try {
      return CDI.current().select(CurrentLogin.class).get();
    } catch (IllegalStateException noApplication) {
      return null;
    }
  }
}
