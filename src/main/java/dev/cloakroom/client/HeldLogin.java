package dev.cloakroom.client;

import dev.cloakroom.client.LoginState.Caller;
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
   * @param withCookies the answer whose cookies belong to the login; null for none
   */
  void begin(Caller known, @Nullable Tokens given, @Nullable ClientResponse withCookies) {
    lock.lock();
    try {
      caller = known;
      lastRefusal = null;
      tokens.set(given);
      if (withCookies != null) {
        withCookies.keepCookiesIn(cookies);
      }
    } finally {
      lock.unlock();
    }
    tokens.save();
  }

  /** Replaces what was held by what another client has held, cookies included. */
  void goOnWith(ExportedLogin known) {
    lock.lock();
    try {
      caller = known.caller();
      lastRefusal = null;
      tokens.set(known.tokens());
      cookies.replaceBy(known.cookies());
    } finally {
      lock.unlock();
    }
    tokens.save();
  }

  /** Forgets caller and tokens; cookies end when a server ends them. */
  void end() {
    lock.lock();
    try {
      caller = null;
      tokens.set(null);
    } finally {
      lock.unlock();
    }
    tokens.save();
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
      lock.lock();
      try {
        lastRefusal = why;
      } finally {
        lock.unlock();
      }
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
