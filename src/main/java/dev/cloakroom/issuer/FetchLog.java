package dev.cloakroom.issuer;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.crypto.SignatureAlgorithm;
import java.security.interfaces.RSAPublicKey;

/** Tells whoever runs the application how the keys of an issuer fare: once for each change. */
final class FetchLog {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.issuer");
  private static final int STRONG_RSA = 3072;

  private final String name;
  private volatile String lastProblem = "they were not there in time";
  private volatile boolean hasToldOfNone;

  FetchLog(String name) {
    this.name = name;
  }

  /** Not again while an outage goes on. */
  void failed(Throwable failure, boolean hasFailedBefore) {
    lastProblem =
        failure instanceof UnusableDocumentException
            ? String.valueOf(failure.getMessage())
            : UnusableDocumentException.line(failure.toString());
    if (failure instanceof NoUsableKeyException) {
      failedForGood();
    } else if (!hasFailedBefore) {
      LOG.log(
          WARNING,
          () ->
              "The keys of cloakroom.issuers.%s cannot be fetched: %s. Those of before stay good for"
                      .formatted(name, lastProblem)
                  + " a day; where there are none, its tokens are answered 503.");
    }
  }

  private void failedForGood() {
    if (!hasToldOfNone) {
      hasToldOfNone = true;
      LOG.log(
          WARNING,
          () ->
              "The keys of cloakroom.issuers.%s are of no use: %s. Those of before are good no"
                      .formatted(name, lastProblem)
                  + " longer: its tokens are answered 503.");
    }
  }

  void fetched(KeySet keys, KeySet before, boolean hasFailedBefore) {
    hasToldOfNone = false;
    if (hasFailedBefore) {
      LOG.log(INFO, () -> "The keys of cloakroom.issuers.%s are fetched again.".formatted(name));
    }
    warnOfShortKeys(keys, before);
  }

  /** Tells of each short key that was not there before. */
  void warnOfShortKeys(KeySet keys, KeySet before) {
    keys.keys().stream().filter(key -> !before.has(key) && isShort(key)).forEach(this::warnOfShort);
  }

  private static boolean isShort(ForeignKey key) {
    return key.publicKey() instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < STRONG_RSA;
  }

  private void warnOfShort(ForeignKey key) {
    LOG.log(
        WARNING,
        () ->
            ("A key of cloakroom.issuers.%s has fewer than %s bits of RSA: have the issuer make a longer"
                    + " one, or one for ES256.")
                .formatted(name, STRONG_RSA));
  }

  /** Tells of a key that is configured and left out. */
  void warnOfUnused(String setting) {
    LOG.log(
        WARNING,
        () ->
            ("A key of %s is not taken: its tokens may not be signed by it. Take it out, or name its"
                    + " algorithm by mp.jwt.verify.publickey.algorithm.")
                .formatted(setting));
  }

  /** Tells of a key that is used for two algorithms: it is good for the first one only. */
  void warnOfReuse(SignatureAlgorithm second) {
    LOG.log(
        WARNING,
        () ->
            ("cloakroom.issuers.%s publishes one key for two algorithms: it is not taken for %s, which"
                    + " comes second. Have the issuer make a key for each.")
                .formatted(name, second));
  }

  /** What stops the start of an application that cannot do without. */
  UnusableIssuerException missing() {
    return new UnusableIssuerException(
        "The keys of cloakroom.issuers.%s cannot be fetched: %s. Nothing is served, since"
                .formatted(name, lastProblem)
            + " cloakroom.issuers.%s.required=true. See that the issuer can be reached from here,"
                .formatted(name)
            + " or write false: its tokens are then answered 503 until its keys are there.");
  }
}
