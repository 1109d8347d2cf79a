package dev.cloakroom.cdi;

import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.task.CurrentLogin;
import dev.cloakroom.token.VerifiedToken;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the access token that logged in whom the calling thread works for. */
record CurrentToken(CurrentLogin login) implements Supplier<@Nullable VerifiedToken> {

  @Override
  public @Nullable VerifiedToken get() {
    return login.find() instanceof RequestLogin.ByToken known ? known.token() : null;
  }
}
