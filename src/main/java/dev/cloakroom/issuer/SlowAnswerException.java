package dev.cloakroom.issuer;

import java.net.URI;
import java.time.Duration;

/** A server has not answered in time. */
final class SlowAnswerException extends UnusableDocumentException {
  private static final long serialVersionUID = 1L;

  SlowAnswerException(URI address, Duration patience) {
    super(address, "no answer within " + patience);
  }
}
