package dev.cloakroom.issuer;

import dev.cloakroom.config.GivenKey;
import dev.cloakroom.config.IssuerIntrospectionSettings;
import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.config.MpJwtSettings;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes what knows an issuer, as its settings say.
 *
 * @param resources where {@code classpath:} locations of keys are looked up
 * @param threads all that are made
 * @param rooms those that the issuers share whose keys are fetched
 */
record IssuerParts(
    ClassLoader resources, Clock clock, List<FetchThreads> threads, WaitingRooms rooms) {

  /** One whose tokens are verified. */
  ForeignIssuer verified(IssuerSettings issuer) {
    return new ForeignIssuer(
        issuer, keys(issuer), decryption(issuer), new RefusalNotice(issuer, clock));
  }

  private IssuerKeys keys(IssuerSettings issuer) {
    GivenKey configured = issuer.keys().publicKey();
    if (configured != null) {
      return FixedKeys.read(issuer, configured, resources);
    }
    FetchThreads own = ownThreads(issuer);
    return new FetchedKeys(issuer.name(), new KeyFetch(issuer, own), own, clock, rooms);
  }

  private @Nullable TokenDecryption decryption(IssuerSettings issuer) {
    MpJwtSettings mpJwt = issuer.mpJwt();
    return mpJwt == null || mpJwt.decryptionKey() == null
        ? null
        : TokenDecryption.by(mpJwt.decryptionKey(), mpJwt, resources);
  }

  /** One that is asked about its tokens. */
  AskedIssuer asked(IssuerSettings issuer, IssuerIntrospectionSettings settings) {
    Introspection questions = Introspection.of(issuer, settings, ownThreads(issuer), clock);
    return new AskedIssuer(issuer, settings, questions, new AskingLog(issuer, clock));
  }

  private FetchThreads ownThreads(IssuerSettings issuer) {
    FetchThreads own = new FetchThreads(issuer.name());
    threads.add(own);
    return own;
  }
}
