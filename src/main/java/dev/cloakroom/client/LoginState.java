package dev.cloakroom.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client holds of a login at one moment, for people: {@code toString} says it in a few lines
 * without a secret. Immutable.
 *
 * @param caller who has logged in; null if nobody has, or if it came with tokens that were given
 * @param tokens what it shows as bearer; null for none
 * @param cookies all that it keeps
 * @param lastRefusal why the last request with status 401 was refused, in words; null for none
 */
public record LoginState(
    @Nullable Caller caller,
    @Nullable Tokens tokens,
    List<Cookie> cookies,
    @Nullable String lastRefusal) {

  /**
   * Who has logged in, as the server said.
   *
   * @param name empty if it did not say
   * @param sessionId the login session's, which is no secret; empty if it did not say
   * @param endsAt when the login ends at the latest; null if it did not say
   */
  public record Caller(
      String name, List<String> groups, String sessionId, @Nullable Instant endsAt) {
    /** Copies the groups. */
    public Caller {
      groups = List.copyOf(groups);
    }
  }

  /** Copies the cookies. */
  public LoginState {
    cookies = List.copyOf(cookies);
  }

  /** Whether anybody has logged in by this client, or given it tokens, and has not logged out. */
  public boolean isLoggedIn() {
    return caller != null || tokens != null;
  }

  /** Whose login it is, if the server has said so. */
  public Optional<String> callerName() {
    return Optional.ofNullable(caller).map(Caller::name).filter(name -> !name.isEmpty());
  }

  /** Why the last request with status 401 was refused. */
  public Optional<String> refusal() {
    return Optional.ofNullable(lastRefusal);
  }

  @Override
  public String toString() {
    return String.join(
        System.lineSeparator(),
        "who: " + who(),
        "bearer: " + (tokens == null ? "none" : tokens),
        "cookies: " + (cookies.isEmpty() ? "none" : cookies),
        "last refusal: " + (lastRefusal == null ? "none" : lastRefusal));
  }

  private String who() {
    if (caller == null) {
      return tokens == null ? "nobody" : "whoever the tokens are of";
    }
    String until = caller.endsAt() == null ? "" : ", until " + caller.endsAt();
    return Masked.line(caller.name() + " " + caller.groups() + ", session " + caller.sessionId())
        + until;
  }
}
