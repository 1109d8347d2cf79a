package dev.cloakroom.factor;

import dev.cloakroom.store.BeanState;
import dev.cloakroom.store.Login;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A login whose credential is good, and which is not open yet. Immutable.
 *
 * @param login whose, how proven and since when; not where it comes from, which may change until it
 *     is opened
 * @param wishes what its client wants besides a session
 * @param names the names of its caller: as they were written, if they were, and their own
 * @param kept what is kept of a caller of the application's own type
 * @param next where it leads, as received; null if it does not say
 */
public record BegunLogin(
    Login login,
    Set<Wish> wishes,
    List<String> names,
    Map<String, BeanState> kept,
    @Nullable String next) {

  public BegunLogin {
    wishes = Set.copyOf(wishes);
    names = List.copyOf(names);
    kept = Map.copyOf(kept);
  }

  /** What a client can want besides a session. */
  public enum Wish {
    /** A ticket that outlives the browser. */
    REMEMBERED,
    /** An access token and a refresh token. */
    TOKENS
  }

  /** The caller's name. */
  public String callerName() {
    return login.callerName();
  }

  /** Whether the client wants something. */
  public boolean wants(Wish wish) {
    return wishes.contains(wish);
  }

  /** Whose it is, and no more. */
  @Override
  public String toString() {
    return "BegunLogin[" + callerName() + "]";
  }
}
