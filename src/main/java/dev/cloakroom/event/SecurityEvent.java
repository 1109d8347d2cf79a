package dev.cloakroom.event;

import java.time.Instant;

/**
 * Something that happened to a login, or to what callers log in by. Each is fired as a synchronous
 * CDI event of its own type, so {@code void on(@Observes LoggedIn event)} hears one kind and
 * {@code @Observes SecurityEvent} all of them. An observer that throws does not change what
 * happened; its exception is logged, and observers after it do not hear of the event.
 *
 * <p>No event carries a credential. Names and addresses are as the client sent them: encode them
 * before you write them anywhere.
 */
public sealed interface SecurityEvent
    permits FactorChanged,
        LoggedIn,
        LoggedOut,
        LoginElevated,
        LoginFailed,
        LoginSessionEnded,
        LoginThrottled,
        RecoveryCodeUsed,
        RefreshTokenReused,
        TicketReused,
        TicketRotated,
        TokensRefreshed {

  /**
   * Whose login it was; for one that failed or has to wait, the name that was tried, empty if none
   * was sent.
   */
  String callerName();

  /** When it happened. */
  Instant at();
}
