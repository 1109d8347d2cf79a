package dev.cloakroom;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something beside the password by which a caller proves who they are: a challenge that is sent to
 * the client, and an answer that comes back. An application's beans of this type are asked at each
 * login; a caller who has at least one of them is not logged in by the password alone.
 *
 * <p>Called on the thread of the request; safe for use by several threads. If a method throws,
 * nobody is logged in, and the answer is 503.
 */
public interface SecondFactor {

  /**
   * How it is called, in requests, in answers, and among {@link
   * LoginSession#authenticationMethods}: a word of 1 to 32 of {@code a-z}, {@code 0-9} and {@code
   * -}, unique in the application; as RFC 8176, section 2, has it where that knows it, such as
   * {@code otp}.
   */
  String method();

  /** Whether a caller has it, and so must prove it, or another that they have. */
  boolean isEnrolled(String callerName);

  /**
   * What to ask a caller: a text of at most 4,096 characters that their client understands. It is
   * kept with the login that waits for its answer, and given back to {@link #proves}. Empty if
   * there is nothing to send, as for the codes that an authenticator app shows.
   */
  default Optional<String> challenge(String callerName) {
    return Optional.empty();
  }

  /**
   * Whether an answer proves the caller. An answer that was good once must be good for nothing from
   * then on, on all nodes.
   *
   * @param challenge what {@link #challenge} gave for this attempt; null if that was nothing
   * @param answer what came from the client: any text of 1 to 4,096 characters
   */
  boolean proves(String callerName, @Nullable String challenge, String answer);
}
