package dev.cloakroom.http;

/** What a request's {@code Cookie} headers say about one name: nothing, one value, or two. */
public sealed interface CookieLookup {

  /** No cookie of that name. */
  CookieLookup ABSENT = NoValue.ABSENT;

  /**
   * The name came with different values. Which one the server meant cannot be known: the order says
   * nothing (<a
   * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.2.2">RFC
   * 6265bis §4.2.2</a>), and a sibling domain can add one of its own.
   */
  CookieLookup CONFLICT = NoValue.CONFLICT;

  /**
   * The one value of that name, once or repeated; without the quotes that surrounded it.
   *
   * @param value any text, also empty, as the client sent it
   */
  record Found(String value) implements CookieLookup {
    @Override
    public String toString() {
      return "Found[***]";
    }
  }

  /** The two outcomes without a value. */
  enum NoValue implements CookieLookup {
    ABSENT,
    CONFLICT
  }
}
