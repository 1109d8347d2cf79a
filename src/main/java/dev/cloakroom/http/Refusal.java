package dev.cloakroom.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is not logged in, kept with the request under {@link #ATTRIBUTE} until something
 * protected is asked for; then it becomes the answer. A public resource never shows it.
 *
 * @param stepUp what somebody who is logged in must prove first; null if nothing would help
 */
public record Refusal(Reason reason, Presented presented, @Nullable StepUp stepUp) {

  /** The name of the request attribute. */
  public static final String ATTRIBUTE = "dev.cloakroom.refusal";

  /** Each is worded once: what a flood of requests is refused for must not cost us the words. */
  private static final Map<Refusal, Answer> WORDED = new ConcurrentHashMap<>();

  /** The refusal of what no other proof would help with. */
  public Refusal(Reason reason, Presented presented) {
    this(reason, presented, null);
  }

  /** What the request carried. */
  public enum Presented {
    NOTHING,
    COOKIE,
    /** One that another replaced while the request was on its way: its login goes on. */
    LATE_COOKIE,
    BEARER
  }

  /** The refusal of a request that carried no credential. */
  public static Refusal nothingPresented() {
    return new Refusal(Reason.NOT_AUTHENTICATED, Presented.NOTHING);
  }

  /**
   * The one that was kept with a request; if none was, that of a request without a credential.
   *
   * @param kept the value of the attribute
   */
  public static Refusal orNothingPresented(@Nullable Object kept) {
    return kept instanceof Refusal refusal ? refusal : nothingPresented();
  }

  /** The refusal of somebody who is known, and may not: another credential would not help. */
  public static Refusal forbidden() {
    return new Refusal(Reason.FORBIDDEN, Presented.NOTHING);
  }

  /** The refusal of somebody who is known, and must prove more first. */
  public static Refusal stepUp(StepUp asked, Presented presented) {
    return new Refusal(Reason.STEP_UP_REQUIRED, presented, asked);
  }

  /** The refusal of a cookie. */
  public static Refusal cookie(Reason reason) {
    return new Refusal(reason, Presented.COOKIE);
  }

  /** The refusal of a cookie that another has replaced a moment ago. */
  public static Refusal lateCookie(Reason reason) {
    return new Refusal(reason, Presented.LATE_COOKIE);
  }

  /** The refusal of an {@code Authorization: Bearer} header. */
  public static Refusal bearer(Reason reason) {
    return new Refusal(reason, Presented.BEARER);
  }

  /**
   * The answer to a request for something protected. A 401 has a challenge, bare unless a bearer
   * token was sent (<a href="https://www.rfc-editor.org/rfc/rfc6750#section-3.1">RFC 6750
   * §3.1</a>); a 400 for a bearer token has one too.
   */
  public Answer answer() {
    if (stepUp != null) {
      return worded();
    }
    Answer known = WORDED.get(this);
    return known == null ? WORDED.computeIfAbsent(this, Refusal::worded) : known;
  }

  private Answer worded() {
    Challenge bare = Challenge.bare(Challenge.REALM);
    if (stepUp != null) {
      return Answer.unauthorized(reason, bare.description(reason.detail()).stepUp(stepUp));
    }
    return switch (reason.status()) {
      case 401 -> Answer.unauthorized(reason, explained(bare, BearerError.INVALID_TOKEN));
      case 400 -> malformed(explained(bare, BearerError.INVALID_REQUEST));
      default -> Answer.of(reason);
    };
  }

  private Answer malformed(Challenge challenge) {
    Answer answer = Answer.of(reason);
    return presented == Presented.BEARER
        ? answer.with("WWW-Authenticate", challenge.headerValue())
        : answer;
  }

  private Challenge explained(Challenge bare, BearerError error) {
    return presented == Presented.BEARER ? bare.error(error).description(reason.detail()) : bare;
  }
}
