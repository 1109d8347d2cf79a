package dev.cloakroom.http;

import java.util.Enumeration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The members of a list that a header holds (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1">RFC 9110 §5.6.1</a>), the last one
 * first. Each of several servers that a request has passed adds one at the right, so that what a
 * client has sent, well-formed or not, is at the left: it is read last, and can change nothing of
 * what is right of it. For that reason quotes are paired from the right, too.
 *
 * <p>Members are without white space around them; empty ones are passed over. Belongs to one
 * thread.
 */
public final class ListFromTheRight implements Iterator<String> {
  private final String list;
  private int end;
  private @Nullable String next;

  private ListFromTheRight(String list) {
    this.list = list;
    this.end = list.length();
    this.next = findNext();
  }

  /** The members of all headers of a name, as the Servlet API gives them. */
  public static ListFromTheRight of(@Nullable Enumeration<String> headers) {
    StringJoiner list = new StringJoiner(",");
    while (headers != null && headers.hasMoreElements()) {
      list.add(headers.nextElement());
    }
    return new ListFromTheRight(list.toString());
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  /** The next one, or null if there is none. */
  public @Nullable String nextOrNull() {
    String member = next;
    next = findNext();
    return member;
  }

  @Override
  public String next() {
    String member = nextOrNull();
    if (member == null) {
      throw new NoSuchElementException();
    }
    return member;
  }

  private @Nullable String findNext() {
    while (end > 0) {
      int comma = commaBefore(end);
      String member = Grammar.trim(list.substring(comma + 1, end));
      end = Math.max(comma, 0);
      if (!member.isEmpty()) {
        return member;
      }
    }
    return null;
  }

  private int commaBefore(int start) {
    boolean quoted = false;
    for (int i = start - 1; i >= 0; i--) {
      char c = list.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        return i;
      }
    }
    return -1;
  }
}
