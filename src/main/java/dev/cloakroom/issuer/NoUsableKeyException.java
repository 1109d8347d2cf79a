package dev.cloakroom.issuer;

import java.net.URI;

/** An issuer publishes keys, and none of them may sign its tokens: those of before are gone. */
final class NoUsableKeyException extends UnusableDocumentException {
  private static final long serialVersionUID = 1L;

  NoUsableKeyException(URI address) {
    super(
        address,
        "no key in it may sign its tokens; see algorithms and short-rsa-keys of the issuer");
  }
}
