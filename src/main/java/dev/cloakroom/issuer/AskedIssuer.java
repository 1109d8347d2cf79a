package dev.cloakroom.issuer;

import dev.cloakroom.config.IssuerIntrospectionSettings;
import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.issuer.ClaimRules.TimedToken;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** One other issuer that is asked about its tokens: judges its answers. Thread-safe. */
final class AskedIssuer {
  private final ForeignProfile profile;
  private final ClaimRules claims;
  private final TokenQuestions questions;
  private final AskingLog log;
  private final Duration cachedFor;
  private final boolean isForOpaque;
  private final Map<WaitingRoom, Patience> patiences = new ConcurrentHashMap<>();

  /** One by its settings. */
  AskedIssuer(
      IssuerSettings issuer,
      IssuerIntrospectionSettings settings,
      TokenQuestions questions,
      AskingLog log) {
    this.profile = new ForeignProfile(issuer.name(), issuer.issuer());
    this.claims = new ClaimRules(profile, issuer);
    this.questions = questions;
    this.log = log;
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

  /** How the issuer does for those of one room, whom those of another do not hold up. */
  private static final class Patience {
    private final AtomicBoolean isTried = new AtomicBoolean();
    private volatile boolean isOver;
  }

  /**
   * Asks about a token. While the issuer hangs one of a room asks at a time, and nobody else waits:
   * each that does holds a thread of the server.
   */
  Reply ask(String text, WaitingRoom room) {
    Patience patience = patiences.computeIfAbsent(room, first -> new Patience());
    if (!patience.isOver) {
      return answered(text, room, patience);
    }
    if (!patience.isTried.compareAndSet(false, true)) {
      return NotActive.UNAVAILABLE;
    }
    try {
      return answered(text, room, patience);
    } finally {
      patience.isTried.set(false);
    }
  }

  private Reply answered(String text, WaitingRoom room, Patience patience) {
    try {
      Optional<Map<String, Object>> answer = questions.ask(text, room);
      if (answer.isPresent()) {
        patience.isOver = false;
        log.answered();
      }
      return answer.map(said -> read(text, said)).orElse(NotActive.UNAVAILABLE);
    } catch (UnusableDocumentException e) {
      patience.isOver = e instanceof SlowAnswerException;
      log.failed(e);
      return NotActive.UNAVAILABLE;
    }
  }

  private Reply read(String text, Map<String, Object> answer) {
    if (!Boolean.TRUE.equals(answer.get("active"))) {
      return NotActive.INACTIVE;
    }
    Optional<TimedToken> timed = claims.readAnswer(text, answer);
    if (timed.isEmpty()) {
      log.refused(answer);
      return NotActive.INACTIVE;
    }
    return new Active(timed.get());
  }
}
