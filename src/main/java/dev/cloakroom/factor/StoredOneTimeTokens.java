package dev.cloakroom.factor;

import static java.lang.System.Logger.Level.ERROR;

import dev.cloakroom.OneTimeGrant;
import dev.cloakroom.RedeemedToken;
import dev.cloakroom.config.OneTimeSettings;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.crypto.SecretHash;
import dev.cloakroom.crypto.SplitToken;
import dev.cloakroom.store.OneTimeRecord;
import dev.cloakroom.store.OneTimeRecords.Most;
import dev.cloakroom.store.SessionStore;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One-time tokens, of which the store keeps hashes. Subjects and purposes are found by hashes too,
 * so that no database takes two for one. Safe for use by several threads.
 */
public final class StoredOneTimeTokens {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.factor");

  /** So many browsers may have as many tokens of a subject and purpose as one may. */
  private static final int BROWSERS = 20;

  private final SessionStore store;
  private final OneTimeSettings settings;
  private final RandomIds random;
  private final Clock clock;

  /**
   * Tokens in a store.
   *
   * @param clock tells when a token is no longer good
   */
  public StoredOneTimeTokens(
      SessionStore store, OneTimeSettings settings, RandomIds random, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.random = random;
    this.clock = clock;
  }

  /** A new token. */
  public String issue(OneTimeGrant grant) {
    SplitToken token = new SplitToken(random.tokenId(), random.secret());
    OneTimeContent content = OneTimeContent.of(grant, token.validator());
    OneTimeRecord record =
        new OneTimeRecord(
            token.selector(),
            hash(grant.subject()),
            hash(grant.purpose()),
            content.holder(),
            clock.instant().plus(grant.lifetime()),
            content.text());
    int most = settings.maxPerSubject();
    store.oneTime().keep(record, new Most(most, BROWSERS * most));
    return token.text();
  }

  /**
   * Uses a token up.
   *
   * @param token what somebody says it is
   * @param browser what names the browser that says so; null if nothing does
   * @return what it was good for; empty if it is good for nothing, whyever
   */
  public Optional<RedeemedToken> redeem(
      String purpose, @Nullable String token, @Nullable String browser) {
    SplitToken shown = token == null ? null : SplitToken.parse(token);
    OneTimeRecord found = shown == null ? null : store.oneTime().find(shown.selector());
    if (shown == null || found == null || !isGoodFor(purpose, found)) {
      return Optional.empty();
    }
    return read(found)
        .filter(content -> content.isProvenBy(shown.validator(), browser))
        .filter(content -> store.oneTime().remove(found))
        .map(content -> new RedeemedToken(content.subject(), content.payload()));
  }

  private boolean isGoodFor(String purpose, OneTimeRecord found) {
    return found.purpose().equals(hash(purpose)) && clock.instant().isBefore(found.keptUntil());
  }

  private static Optional<OneTimeContent> read(OneTimeRecord found) {
    try {
      return Optional.of(OneTimeContent.parse(found.content()));
    } catch (IllegalArgumentException damaged) {
      LOG.log(ERROR, "What is stored of the one-time token {0} is damaged.", found.id());
      return Optional.empty();
    }
  }

  /** Makes all tokens of a subject worthless; gives how many there were. */
  public int revokeAll(String subject) {
    return store.oneTime().removeAll(hash(subject));
  }

  /** The same for one purpose. */
  public int revokeAll(String subject, String purpose) {
    return store.oneTime().removeAll(hash(subject), hash(purpose));
  }

  private static String hash(String text) {
    return Base64Url.encode(SecretHash.of(text).toBytes());
  }
}
