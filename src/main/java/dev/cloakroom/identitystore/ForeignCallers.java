package dev.cloakroom.identitystore;

import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.SecretHash;
import dev.cloakroom.identitystore.CallerValidation.Validated;
import dev.cloakroom.issuer.ForeignToken;
import dev.cloakroom.session.ForeignLogin;
import dev.cloakroom.session.ForeignLoginSession;
import dev.cloakroom.session.SessionEnvironment;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.TokenRevocations;
import dev.cloakroom.token.RejectedToken;
import dev.cloakroom.token.RejectedToken.Reason;
import dev.cloakroom.token.TokenCache;
import dev.cloakroom.token.TokenWeight;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The callers of genuine tokens of other issuers. Where the settings of an issuer ask for it, the
 * application's stores that provide groups are asked about a caller when a token is new, and not
 * again for as long as that is remembered; of requests that bring a new one at the same moment,
 * each asks. Safe for use by several threads.
 */
public final class ForeignCallers {
  private static final int ID_LENGTH = 22;

  /** Some ten thousand tokens. */
  private static final long BYTES_OF_LOGINS = 16L * 1024 * 1024;

  /** The end of the year 9999. */
  private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L);

  private static final BearerLookup NOBODY =
      new BearerLookup.Rejected(new RejectedToken(Reason.INVALID));

  private final SessionEnvironment sessions;
  private final TokenRevocations revocations;
  private final CallerValidator stores;
  private final Map<String, IssuerSettings> issuers;
  private final TokenCache<Known> known;

  /**
   * Callers whose tokens are ended by these revocations.
   *
   * @param stores the container's handler, by which the groups of some are completed
   * @param issuers the settings of all whose tokens are shown
   */
  public ForeignCallers(
      SessionEnvironment sessions,
      TokenRevocations revocations,
      CallerValidator stores,
      List<IssuerSettings> issuers) {
    this.sessions = sessions;
    this.revocations = revocations;
    this.stores = stores;
    this.issuers =
        issuers.stream()
            .collect(Collectors.toUnmodifiableMap(IssuerSettings::name, Function.identity()));
    this.known =
        new TokenCache<>(
            sessions.clock(),
            BYTES_OF_LOGINS,
            one -> one.login().takenUntil(),
            (text, one) -> TokenWeight.of(text, one.claims()));
  }

  /**
   * The login of a token.
   *
   * @param claims what the token said then; one that is asked about may say something else today
   */
  private record Known(ForeignLoginSession login, Map<String, Object> claims) {}

  /** The caller of a token that was not ended; undecided if the stores that know groups failed. */
  BearerLookup of(ForeignToken token) {
    ForeignLoginSession found = found(token);
    ForeignLoginSession login = found == null ? loginOf(token) : found;
    if (login.isOver()) {
      return new BearerLookup.SessionOver(SessionRefusal.ENDED);
    }
    return found == null ? firstSeen(token, login) : accepted(token, found);
  }

  private @Nullable ForeignLoginSession found(ForeignToken token) {
    Known one = known.find(token.raw().text());
    return one == null || !one.claims().equals(token.claims()) ? null : one.login();
  }

  /** The login that a token is of, in the groups that it says: enough to end it. */
  ForeignLoginSession loginOf(ForeignToken token) {
    return new ForeignLoginSession(login(token), sessions, revocations);
  }

  private BearerLookup firstSeen(ForeignToken token, ForeignLoginSession login) {
    if (!settings(token).callers().groupsFromStores()) {
      return remembered(token, login);
    }
    CallerValidation answer = stores.validate(new ForeignTokenCredential(token));
    if (answer instanceof Validated said && said.caller().getName().equals(token.callerName())) {
      return remembered(token, loginOf(token.in(said.groups())));
    }
    return answer == CallerValidation.NotValidated.UNAVAILABLE
        ? BearerLookup.Undecided.UNAVAILABLE
        : NOBODY;
  }

  private BearerLookup remembered(ForeignToken token, ForeignLoginSession login) {
    known.keep(token.raw().text(), new Known(login, token.claims()));
    return accepted(token, login);
  }

  private BearerLookup accepted(ForeignToken token, ForeignLoginSession login) {
    return new BearerLookup.Foreign(
        login, settings(token).callers().groupsFromStores() ? token.in(login.groups()) : token);
  }

  private IssuerSettings settings(ForeignToken token) {
    return Objects.requireNonNull(issuers.get(token.profile().name()));
  }

  private ForeignLogin login(ForeignToken token) {
    return new ForeignLogin(
        id(token),
        new ForeignLogin.Credential(
            token.issuer(), token.jti(), token.issuedAt(), token.expiresAt(), taken(token)),
        token.callerName(),
        token.groups(),
        methods(token.claims().get("amr")),
        moment(token.claims().get("auth_time")));
  }

  private ForeignLogin.Taken taken(ForeignToken token) {
    Duration maxAge = settings(token).tokens().maxAge();
    Instant end = token.expiresAt();
    if (maxAge != null && token.issuedAt().plus(maxAge).isBefore(end)) {
      end = token.issuedAt().plus(maxAge);
    }
    return new ForeignLogin.Taken(end, token.takenUntil());
  }

  /**
   * Of the caller, and of the issuer's session where it names one; no id of ours has a colon. The
   * length stands before, so that no subject is written as another with a session.
   */
  private static String id(ForeignToken token) {
    String subject = token.subject();
    String session = token.sid() == null ? "" : " sid " + token.sid();
    SecretHash hash = SecretHash.of(subject.length() + ":" + subject + session);
    return token.profile().name() + ":" + Base64Url.encode(hash.toBytes()).substring(0, ID_LENGTH);
  }

  private static Set<String> methods(@Nullable Object claim) {
    return claim instanceof List<?> several
        ? several.stream()
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  /** A moment that no calendar has is none. */
  private static @Nullable Instant moment(@Nullable Object claim) {
    if (!(claim instanceof Number number)) {
      return null;
    }
    BigDecimal seconds = new BigDecimal(number.toString());
    return seconds.signum() < 0 || seconds.compareTo(LAST_SECOND) > 0
        ? null
        : Instant.ofEpochSecond(seconds.longValue());
  }
}
