package dev.cloakroom.cdi;

import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.task.CurrentLogin;
import dev.cloakroom.token.VerifiedToken;
import jakarta.enterprise.inject.spi.CDI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the access token that logged in whom the calling thread works for. */
record CurrentToken(CurrentLogin login) implements Supplier<@Nullable VerifiedToken> {

  /**
   * That of the application that the calling thread works for. Not an extension's {@code Instance}:
   * in an EAR there is a server whose extensions do not see the beans of a WAR.
   */
  static CurrentToken ofTheApplication() {
    return new CurrentToken(CDI.current().select(CurrentLogin.class).get());
  }

  @Override
  public @Nullable VerifiedToken get() {
    return login.find() instanceof RequestLogin.ByToken known ? known.token() : null;
  }
}
