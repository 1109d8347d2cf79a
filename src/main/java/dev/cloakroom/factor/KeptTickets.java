package dev.cloakroom.factor;

import static java.lang.System.Logger.Level.ERROR;

import dev.cloakroom.config.Network;
import dev.cloakroom.config.OneTimeSettings;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.crypto.SecretHash;
import dev.cloakroom.crypto.SplitToken;
import dev.cloakroom.naming.FoldedName;
import dev.cloakroom.store.OneTimeRecord;
import dev.cloakroom.store.OneTimeRecords.Most;
import dev.cloakroom.store.SessionStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept between two requests of a client, who holds a ticket for it: found as often as it is
 * asked for, and used once, for all nodes together. The store has the hash of what proves the
 * ticket. Safe for use by several threads.
 */
final class KeptTickets {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.factor");

  /** So many addresses may have as many of one caller as one may. */
  private static final int ADDRESSES = 20;

  /** What one column of any database takes, in base64url. */
  private static final int LONGEST = 45_000;

  private final SessionStore store;
  private final OneTimeSettings settings;
  private final RandomIds random;
  private final Clock clock;

  KeptTickets(SessionStore store, OneTimeSettings settings, RandomIds random, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.random = random;
    this.clock = clock;
  }

  /** What a ticket is for: whose, and asked for from where. */
  record Holder(String purpose, String callerName, String address) {}

  /** What was found by a ticket. */
  record Found(OneTimeRecord record) {

    Instant keptUntil() {
      return record.keptUntil();
    }

    /**
     * What is kept.
     *
     * @throws IOException if it is damaged
     */
    byte[] content() throws IOException {
      String[] parts = record.content().split("\\.", -1);
      return Base64Url.decode(parts[parts.length - 1])
          .orElseThrow(() -> new IOException("it is no base64url"));
    }

    /** Says in the log that it is damaged. */
    void report() {
      LOG.log(ERROR, "What is stored of a second factor under {0} is damaged.", record.id());
    }
  }

  /**
   * A new ticket.
   *
   * @throws FactorFailedException if the content is longer than any store takes
   */
  String issue(Holder holder, Duration lifetime, byte[] content) {
    if (content.length > LONGEST) {
      throw new FactorFailedException(
          "A login cannot wait for its second factor: its groups, its caller and the challenges"
              + " take more than "
              + LONGEST
              + " bytes.");
    }
    SplitToken ticket = new SplitToken(random.tokenId(), random.secret());
    OneTimeRecord record =
        new OneTimeRecord(
            ticket.selector(),
            owner(holder.purpose(), holder.callerName()),
            holder.purpose(),
            hash(Network.of(holder.address())),
            clock.instant().plus(lifetime),
            Base64Url.encode(ticket.validator().hash().toBytes())
                + "."
                + Base64Url.encode(content));
    int most = settings.maxPerSubject();
    store.oneTime().keep(record, new Most(most, ADDRESSES * most));
    return ticket.text();
  }

  /** What a ticket is for; null if it is good for nothing, whyever. */
  @Nullable Found find(String purpose, String shown) {
    SplitToken ticket = SplitToken.parse(shown);
    OneTimeRecord found = ticket == null ? null : store.oneTime().find(ticket.selector());
    if (ticket == null || found == null || !isGoodFor(purpose, found)) {
      return null;
    }
    return isProvenBy(ticket, found.content().split("\\.", -1)[0]) ? new Found(found) : null;
  }

  private boolean isGoodFor(String purpose, OneTimeRecord found) {
    return found.purpose().equals(purpose) && clock.instant().isBefore(found.keptUntil());
  }

  private static boolean isProvenBy(SplitToken ticket, String proof) {
    return Base64Url.decode(proof)
        .filter(bytes -> bytes.length == SecretHash.LENGTH)
        .filter(bytes -> SecretHash.fromBytes(bytes).matches(ticket.validator().text()))
        .isPresent();
  }

  /** Makes all tickets of a caller worthless, of whatever spelling of the name. */
  void drop(String purpose, String callerName) {
    store.oneTime().removeAll(owner(purpose, callerName));
  }

  private static String owner(String purpose, String callerName) {
    return hash(purpose + " " + FoldedName.of(callerName));
  }

  /** Uses it up; whether it was there, which is true for one of all who try. */
  boolean use(Found found) {
    return store.oneTime().remove(found.record());
  }

  private static String hash(String text) {
    return Base64Url.encode(SecretHash.of(text).toBytes());
  }
}
