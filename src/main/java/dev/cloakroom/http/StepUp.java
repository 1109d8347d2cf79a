package dev.cloakroom.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who is logged in has to prove first (<a
 * href="https://www.rfc-editor.org/rfc/rfc9470#section-3">RFC 9470 §3</a>).
 *
 * @param level the least level; 1 is that of a login
 * @param within how old the proof may be; null for any age
 */
public record StepUp(int level, @Nullable Duration within) {
  private static final int OF_LOGIN = 1;

  /** The parameters of a challenge, each with a comma before it. */
  String parameters() {
    String context = asksForLevel() ? ", acr_values=\"" + level + "\"" : "";
    return within == null ? context : context + ", max_age=\"" + Answer.seconds(within) + "\"";
  }

  /** The same as parameters of an address, without anything before them. */
  public String query() {
    String context = asksForLevel() ? "acr_values=" + level : "";
    String between = asksForLevel() && within != null ? "&" : "";
    return within == null ? context : context + between + "max_age=" + Answer.seconds(within);
  }

  private boolean asksForLevel() {
    return level > OF_LOGIN || within == null;
  }
}
