package dev.cloakroom.issuer;

import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.issuer.ForeignIssuer.Genuine;
import dev.cloakroom.issuer.ForeignIssuer.NotGenuine;
import dev.cloakroom.issuer.ForeignIssuer.Verified;
import dev.cloakroom.issuer.TokenRoutes.Asked;
import dev.cloakroom.issuer.TokenRoutes.Encrypted;
import dev.cloakroom.issuer.TokenRoutes.Route;
import dev.cloakroom.issuer.TokenRoutes.Signed;
import dev.cloakroom.naming.FoldedName;
import dev.cloakroom.token.RawToken;
import dev.cloakroom.token.TokenCache;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens of all other issuers that the settings name. One that was proven genuine is remembered
 * and costs a look-up when it comes again; one that is not costs at most one signature check, and
 * an encrypted one, which anybody can make, one operation by a private RSA key before that, some of
 * which are done for each network in a while, and no more; or one question to an issuer that is
 * asked instead.
 *
 * <p>Whatever the token, the answer is a value and never an exception. Thread-safe.
 */
public final class ForeignTokens implements AutoCloseable {
  private final Map<String, ForeignIssuer> issuers;
  private final AskedTokens asked;
  private final TokenRoutes routes;
  private final List<FetchThreads> threads;
  private final TokenCache<Genuine> known;
  private final FutileDecryptions futile;
  private final Clock clock;

  /** Of these issuers, by who they say they are, and of those that are asked. */
  ForeignTokens(
      Map<String, ForeignIssuer> issuers,
      AskedTokens asked,
      List<FetchThreads> threads,
      TokenCache<Genuine> known,
      Clock clock) {
    this.issuers = issuers;
    this.asked = asked;
    this.routes = new TokenRoutes(issuers, asked);
    this.threads = threads;
    this.known = known;
    this.futile = new FutileDecryptions(clock);
    this.clock = clock;
  }

  /**
   * Starts fetching the keys of each issuer, and waits for those without which nothing is to be
   * served.
   *
   * @param resources where {@code classpath:} locations of keys are looked up: the application's
   * @param maximumBytes how much memory genuine tokens take at most, about; 0 keeps none
   * @throws UnusableIssuerException if keys that are configured cannot be used, or the keys of an
   *     issuer that is required cannot be fetched
   */
  public static ForeignTokens open(
      List<IssuerSettings> settings, ClassLoader resources, Clock clock, long maximumBytes) {
    List<FetchThreads> threads = new ArrayList<>();
    Map<String, ForeignIssuer> issuers = new LinkedHashMap<>();
    Map<String, AskedIssuer> asked = new LinkedHashMap<>();
    IssuerParts parts = new IssuerParts(resources, clock, threads, new WaitingRooms());
    for (IssuerSettings one : settings) {
      if (one.introspection() == null) {
        issuers.put(one.issuer(), parts.verified(one));
      } else {
        asked.put(one.issuer(), parts.asked(one, one.introspection()));
      }
    }
    ForeignTokens tokens =
        new ForeignTokens(
            issuers,
            new AskedTokens(asked, clock, maximumBytes),
            threads,
            new TokenCache<>(clock, maximumBytes, genuine -> genuine.timed().until()),
            clock);
    tokens.start(settings);
    return tokens;
  }

  private void start(List<IssuerSettings> settings) {
    issuers.values().forEach(ForeignIssuer::start);
    asked.start();
    try {
      settings.stream()
          .filter(one -> one.keys().required())
          .flatMap(one -> Optional.ofNullable(issuers.get(one.issuer())).stream())
          .forEach(one -> one.keys().require());
    } catch (UnusableIssuerException e) {
      close();
      throw e;
    }
  }

  /** Whether no other issuer is configured, so that no token is of one. */
  public boolean isEmpty() {
    return issuers.isEmpty() && asked.isEmpty();
  }

  /**
   * Verifies a token, or asks its issuer about it, or finds that this was done and checks its time
   * again. May wait 2 seconds for keys that are being fetched, or for the answer.
   *
   * @param place where it came in: an issuer's tokens come in one place only
   * @return empty for a token that does not say it is of an issuer that is configured, and for what
   *     is no token, unless one of them is asked about those that say nothing: whosever that is,
   *     these issuers are not asked
   */
  public Optional<Outcome> find(RawToken shown, TokenPlace place) {
    String text = shown.text();
    Genuine remembered = known.find(text);
    if (remembered != null && remembered.isTrusted() && remembered.issuer().place() == place) {
      return Optional.of(remembered.timed().at(clock.instant()));
    }
    Outcome answered = place == TokenPlace.HEADER ? asked.known(text) : null;
    return answered == null ? unknown(shown, place) : Optional.of(answered);
  }

  private Optional<Outcome> unknown(RawToken shown, TokenPlace place) {
    return routes.of(shown.text(), place).map(route -> outcome(shown, route));
  }

  private Outcome outcome(RawToken shown, Route route) {
    if (route instanceof Signed signed) {
      return outcome(firstSeen(shown.text(), signed));
    }
    return route instanceof Encrypted encrypted
        ? decrypted(shown, encrypted.issuer())
        : asked.find(shown.text(), ((Asked) route).issuer(), this::isForeignName);
  }

  private Outcome decrypted(RawToken shown, ForeignIssuer issuer) {
    if (futile.areTooMany(shown.from())) {
      return new IssuerUnavailable(issuer.profile());
    }
    Outcome outcome = outcome(decrypted(shown.text(), issuer));
    futile.count(shown.from(), outcome);
    return outcome;
  }

  private Verified decrypted(String text, ForeignIssuer issuer) {
    return issuer
        .decrypt(text)
        .map(token -> remembered(text, issuer.verify(text, token)))
        .orElse(NotGenuine.INVALID);
  }

  /** The same of a bearer token, from nobody knows where. */
  public Optional<Outcome> find(String text) {
    return find(new RawToken(text), TokenPlace.HEADER);
  }

  /** The same of a token that nobody else can have issued. */
  Outcome lookUp(String text) {
    return find(text).orElse(NotGenuine.INVALID.why());
  }

  /**
   * Whether a bearer token is one of those that {@link #find} tells of, as far as it says itself:
   * it costs no key, and nobody is asked.
   */
  public boolean isOfOthers(String text) {
    return routes.of(text, TokenPlace.HEADER).isPresent();
  }

  private Outcome outcome(Verified verified) {
    return verified instanceof Genuine genuine
        ? genuine.timed().at(clock.instant())
        : ((NotGenuine) verified).why();
  }

  private Verified firstSeen(String text, Signed signed) {
    // where tokens are expected to be encrypted, one that is not was seen by others
    return signed.issuer().isEncrypting()
        ? NotGenuine.INVALID
        : remembered(text, signed.issuer().verify(text, signed.token()));
  }

  private Verified remembered(String text, Verified verified) {
    if (!(verified instanceof Genuine genuine)) {
      return verified;
    }
    if (isOfAnother(genuine)) {
      return NotGenuine.INVALID;
    }
    known.keep(text, genuine);
    return genuine;
  }

  /** Whether an issuer names a caller as only another one may: one that shares our names could. */
  private boolean isOfAnother(Genuine genuine) {
    String name = genuine.timed().token().callerName();
    return !genuine.issuer().isForeignName(name) && isForeignName(name);
  }

  /**
   * Whether a caller's name is one that only callers of other issuers have, as a database or a
   * directory may compare it: without case, accents, spaces, and what cannot be seen. Whoever logs
   * in here by such a name must be refused, or would be taken for one of them.
   */
  public boolean isForeignName(String callerName) {
    String folded = FoldedName.of(callerName);
    return issuers.values().stream().anyMatch(issuer -> issuer.isForeignName(folded))
        || asked.isForeignName(folded);
  }

  /** How many tokens are remembered. */
  long size() {
    return known.size() + asked.size();
  }

  /** Stops fetching keys. Those that are there stay good for requests under way. */
  @Override
  public void close() {
    // By a loop: a server that takes an application back may load no class any more.
    for (FetchThreads each : threads) {
      each.close();
    }
  }
}
