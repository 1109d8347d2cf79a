package dev.cloakroom.issuer;

import java.net.URI;

/** A document of an issuer could not be fetched, or is not what it must be. */
class UnusableDocumentException extends Exception {
  private static final int LONGEST = 400;

  private static final long serialVersionUID = 1L;

  UnusableDocumentException(URI address, String problem) {
    super(line(address + ": " + problem));
  }

  /** What fits on a line of a log and cannot begin another one: servers may be quoted in it. */
  static String line(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return cut.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "?");
  }
}
