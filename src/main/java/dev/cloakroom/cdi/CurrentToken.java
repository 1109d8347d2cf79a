package dev.cloakroom.cdi;

import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.token.VerifiedToken;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the access token that logged the calling thread's request in. */
final class CurrentToken implements Supplier<@Nullable VerifiedToken> {

  @Override
  public @Nullable VerifiedToken get() {
    HttpServletRequest request = CDI.current().select(HttpServletRequest.class).get();
    return RequestLogin.of(request) instanceof RequestLogin.ByToken login ? login.token() : null;
  }
}
