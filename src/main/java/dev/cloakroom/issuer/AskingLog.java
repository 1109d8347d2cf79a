package dev.cloakroom.issuer;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.config.IssuerSettings;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells whoever runs the application how an issuer does that is asked: once for each change, and
 * not often, since it may answer about some tokens and not about others. Thread-safe.
 */
final class AskingLog {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.issuer");

  private final String name;
  private final RefusalNotice refusals;
  private final OnceAMinute news;
  private final AtomicBoolean isToldToFail = new AtomicBoolean();

  AskingLog(IssuerSettings issuer, Clock clock) {
    this.name = issuer.name();
    this.refusals = new RefusalNotice(issuer, clock);
    this.news = new OnceAMinute(clock);
  }

  void failed(UnusableDocumentException failure) {
    if (!isToldToFail.get() && news.isDue() && !isToldToFail.getAndSet(true)) {
      LOG.log(
          WARNING,
          () ->
              "cloakroom.issuers.%s cannot be asked about its tokens: %s. They are answered 503 until"
                      .formatted(name, failure.getMessage())
                  + " it can. A status 401 or 403 says that client-id or client-secret is wrong.");
    }
  }

  void answered() {
    if (isToldToFail.get() && isToldToFail.getAndSet(false)) {
      LOG.log(INFO, () -> "cloakroom.issuers.%s answers about its tokens again.".formatted(name));
    }
  }

  /** An answer is about no token that is taken here. */
  void refused(Map<String, Object> answer) {
    refusals.ofClaims(answer);
  }
}
