package dev.cloakroom.issuer;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.config.IssuerIntrospectionSettings;
import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.issuer.ClaimRules.TimedToken;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One other issuer that is asked about its tokens: judges its answers. Thread-safe. */
final class AskedIssuer {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.issuer");

  private final ForeignProfile profile;
  private final ClaimRules claims;
  private final TokenQuestions questions;
  private final RefusalNotice notice;
  private final Duration cachedFor;
  private final boolean isForOpaque;
  private final AtomicBoolean hasFailed = new AtomicBoolean();
  private final AtomicBoolean isTried = new AtomicBoolean();
  private volatile boolean hangs;

  /** One by its settings. */
  AskedIssuer(
      IssuerSettings issuer,
      IssuerIntrospectionSettings settings,
      TokenQuestions questions,
      RefusalNotice notice) {
    this.profile = new ForeignProfile(issuer.name(), issuer.issuer());
    this.claims = new ClaimRules(profile, issuer);
    this.questions = questions;
    this.notice = notice;
    this.cachedFor = settings.cachedFor();
    this.isForOpaque = settings.opaqueTokens();
  }

  /** What asking came to. */
  sealed interface Reply permits Active, NotActive {}

  /** The token is one that is taken, in its time. */
  record Active(TimedToken timed) implements Reply {}

  /** It is none. */
  enum NotActive implements Reply {
    /** The issuer says so, or it is none for us. */
    INACTIVE,
    /** Nobody can tell. */
    UNAVAILABLE
  }

  void start() {
    questions.start();
  }

  Duration cachedFor() {
    return cachedFor;
  }

  /** Whether it is asked about tokens that do not say whose they are. */
  boolean isForOpaque() {
    return isForOpaque;
  }

  boolean isForeignName(String callerName) {
    return claims.callers().isForeign(callerName);
  }

  /** What a token is answered of which nobody can tell. */
  IssuerUnavailable unavailable() {
    return new IssuerUnavailable(profile);
  }

  /**
   * Asks about a token. While the issuer hangs one asks at a time, and nobody else waits: each that
   * does holds a thread of the server.
   */
  Reply ask(String text, WaitingRoom room) {
    if (!hangs) {
      return answered(text, room);
    }
    if (!isTried.compareAndSet(false, true)) {
      return NotActive.UNAVAILABLE;
    }
    try {
      return answered(text, room);
    } finally {
      isTried.set(false);
    }
  }

  private Reply answered(String text, WaitingRoom room) {
    try {
      Optional<Map<String, Object>> answer = questions.ask(text, room);
      answer.ifPresent(any -> tellOfAnswer());
      return answer.map(said -> read(text, said)).orElse(NotActive.UNAVAILABLE);
    } catch (UnusableDocumentException e) {
      hangs = e instanceof SlowAnswerException;
      tellOf(e);
      return NotActive.UNAVAILABLE;
    }
  }

  private Reply read(String text, Map<String, Object> answer) {
    if (!Boolean.TRUE.equals(answer.get("active"))) {
      return NotActive.INACTIVE;
    }
    Optional<TimedToken> timed = claims.readAnswer(text, answer);
    if (timed.isEmpty()) {
      notice.ofClaims(answer);
      return NotActive.INACTIVE;
    }
    return new Active(timed.get());
  }

  /** Not again while an outage goes on. */
  private void tellOf(UnusableDocumentException failure) {
    if (!hasFailed.getAndSet(true)) {
      LOG.log(
          WARNING,
          () ->
              "cloakroom.issuers.%s cannot be asked about its tokens: %s. They are answered 503 until"
                      .formatted(profile.name(), failure.getMessage())
                  + " it can. A status 401 or 403 says that client-id or client-secret is wrong.");
    }
  }

  private void tellOfAnswer() {
    hangs = false;
    if (hasFailed.get() && hasFailed.getAndSet(false)) {
      LOG.log(
          INFO,
          () -> "cloakroom.issuers.%s answers about its tokens again.".formatted(profile.name()));
    }
  }
}
