package dev.cloakroom.mechanism;

import dev.cloakroom.factor.BegunLogin;
import dev.cloakroom.factor.BegunLogin.Wish;
import dev.cloakroom.identitystore.CallerValidation.Validated;
import dev.cloakroom.identitystore.PresentedName;
import dev.cloakroom.scope.OwnCallers;
import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.store.Client;
import dev.cloakroom.store.Login;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is known of a login once its credential was found good. */
final class LoginBeginning {
  private static final Client UNKNOWN = new Client("", "");

  private LoginBeginning() {}

  /**
   * The login of a caller.
   *
   * @param at when it began, before the credential was checked
   */
  static BegunLogin of(
      Validated valid, Instant at, OwnCallers callers, HttpMessageContext context) {
    Credential presented = context.getAuthParameters().getCredential();
    String name = valid.caller().getName();
    return new BegunLogin(
        new Login(name, valid.groups(), methods(presented), at, UNKNOWN),
        wishes(context),
        names(presented, name),
        callers.stateOf(valid.caller(), context.getRequest()),
        LoginExchange.next(context.getRequest()));
  }

  private static Set<String> methods(Credential presented) {
    return presented instanceof UsernamePasswordCredential ? Set.of("pwd") : Set.of();
  }

  /** A caller may write another name than theirs, such as their address of e-mail. */
  private static List<String> names(Credential presented, String callerName) {
    String written = PresentedName.of(presented);
    return written.isEmpty() || written.equals(callerName)
        ? List.of(callerName)
        : List.of(written, callerName);
  }

  private static Set<Wish> wishes(HttpMessageContext context) {
    Set<Wish> wishes = EnumSet.noneOf(Wish.class);
    if (context.getAuthParameters().isRememberMe()) {
      wishes.add(Wish.REMEMBERED);
    }
    if (LoginExchange.isAskedForTokens(context.getRequest())) {
      wishes.add(Wish.TOKENS);
    }
    return wishes;
  }
}
