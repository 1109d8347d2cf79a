package dev.cloakroom.client;

import java.util.Optional;

/**
 * Where a client keeps its tokens beyond its own life, such as in a file that only its user may
 * read. Each client has one of its own: a refresh token that two clients use is taken for stolen.
 * Called by one thread at a time, which may be one of the {@code HttpClient}'s; what it throws
 * fails the call that it was asked for, and the next call tries again. One that is slow keeps such
 * a thread from other work.
 */
public interface TokenStore {

  /** The tokens that were saved last; asked once, when the client is made. */
  Optional<Tokens> load();

  /** Keeps these instead of the earlier ones, which are of no more use. */
  void save(Tokens tokens);

  /** Forgets them. */
  void clear();
}
