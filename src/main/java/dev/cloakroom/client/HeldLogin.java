package dev.cloakroom.client;

import dev.cloakroom.client.LoginState.Caller;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one client holds of a login: caller, tokens and cookies, which come and go together. Safe
 * for use by several threads; nothing waits under its lock.
 */
final class HeldLogin {
  private final ReentrantLock lock = new ReentrantLock();
  private final ClientCookies cookies;
  private final TokenKeeper tokens;
  private @Nullable Caller caller;
  private @Nullable String lastRefusal;

  HeldLogin(ClientCookies cookies, TokenKeeper tokens) {
    this.cookies = cookies;
    this.tokens = tokens;
  }

  /**
   * Replaces what was held.
   *
   * @param withCookies the answers whose cookies belong to the login, the last one last
   */
  void begin(Caller known, @Nullable Tokens given, List<ClientResponse> withCookies) {
    locked(() -> replace(known, given, withCookies));
    tokens.save();
  }

  private void replace(Caller known, @Nullable Tokens given, List<ClientResponse> withCookies) {
    caller = known;
    lastRefusal = null;
    cookies.changeWith(
        () -> {
          tokens.set(given);
          withCookies.forEach(answer -> answer.keepCookiesIn(cookies));
          cookies.showLoginBy(
              withCookies.isEmpty() ? Set.of() : withCookies.get(withCookies.size() - 1).kept());
        });
  }

  /**
   * Takes the tokens of an answer, such as those of a caller who has proven more: what was held
   * before is worth nothing then. If it names somebody else, it is another login.
   *
   * @return whether there were any, and the login that was held is still that of the request
   */
  boolean goOnWith(ClientResponse answer, Credentials shown) {
    boolean taken = taken(answer, shown);
    tokens.save();
    return taken;
  }

  private boolean taken(ClientResponse answer, Credentials shown) {
    lock.lock();
    try {
      Tokens given = answer.login().isOver() ? null : tokens.read(answer, answer.received());
      Caller known = LoginAnswer.caller(answer);
      if (given != null && isHeld(known)) {
        caller = known.name().isEmpty() ? caller : known;
        tokens.replace(given, answer.received());
      } else if (given != null) {
        replace(known, given, shown.usesCookies() ? List.of(answer) : List.of());
      }
      return given != null;
    } finally {
      lock.unlock();
    }
  }

  private boolean isHeld(Caller known) {
    Caller held = caller;
    return held == null
        ? tokens.get() != null
        : known.name().isEmpty()
            || (known.name().equals(held.name()) && known.sessionId().equals(held.sessionId()));
  }

  /** Replaces what was held by what another client has held, cookies included. */
  void goOnWith(ExportedLogin known) {
    locked(
        () -> {
          caller = known.caller();
          lastRefusal = null;
          cookies.changeWith(
              () -> {
                tokens.set(known.tokens());
                cookies.replaceBy(known.cookies());
                cookies.showLoginBy(known.ofLogin());
              });
        });
    tokens.save();
  }

  /** Forgets caller and tokens; cookies end when a server ends them. */
  void end() {
    locked(
        () -> {
          caller = null;
          cookies.changeWith(
              () -> {
                tokens.set(null);
                cookies.showLoginBy(Set.of());
              });
        });
    tokens.save();
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }

  /** Keeps why an answer is 401, for people. */
  ClientResponse noted(ClientResponse answer) {
    if (answer.status() == 401) {
      String why =
          "401 %s, %s %s: %s"
              .formatted(
                  Masked.line(answer.reason().orElse("without a reason")),
                  answer.request().method(),
                  answer.request().address(),
                  Masked.line(answer.detail().orElse("the answer does not say why")));
      locked(() -> lastRefusal = why);
    }
    return answer;
  }

  LoginState state() {
    lock.lock();
    try {
      return new LoginState(caller, tokens.get(), cookies.list(), lastRefusal);
    } finally {
      lock.unlock();
    }
  }
}
