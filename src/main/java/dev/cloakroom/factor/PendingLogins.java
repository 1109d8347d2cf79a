package dev.cloakroom.factor;

import dev.cloakroom.config.FactorSettings;
import dev.cloakroom.config.OneTimeSettings;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.factor.KeptTickets.Found;
import dev.cloakroom.factor.KeptTickets.Holder;
import dev.cloakroom.store.SessionStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What waits for an answer to a second factor: logins that are none yet, and questions to callers
 * who are logged in. Each is found by a ticket that is good for nothing else, and used once over
 * all nodes. Safe for use by several threads.
 */
public final class PendingLogins {
  private static final String LOGIN = "pending-login";
  private static final String QUESTION = "factor-question";

  private final KeptTickets tickets;
  private final FactorSettings settings;
  private final Clock clock;

  /** Which of them there may be, and for how long. */
  public record Rules(FactorSettings factor, OneTimeSettings oneTime) {}

  /** Those in a store. */
  public PendingLogins(SessionStore store, Rules rules, RandomIds random, Clock clock) {
    this.tickets = new KeptTickets(store, rules.oneTime(), random, clock);
    this.settings = rules.factor();
    this.clock = clock;
  }

  /** How long each waits. */
  public Duration duration() {
    return settings.pendingFor();
  }

  /**
   * Has a login wait.
   *
   * @param address where it comes from
   * @return its ticket, a secret of its client's
   * @throws FactorFailedException if it is too long to be kept
   */
  public String begin(BegunLogin begun, FactorQuestion question, String address) {
    Holder holder = new Holder(LOGIN, begun.callerName(), address);
    return tickets.issue(holder, duration(), FactorCodec.encode(begun, question));
  }

  /** Has the logins of a caller that wait be none any more: they have to begin anew. */
  public void drop(String callerName) {
    tickets.drop(LOGIN, callerName);
  }

  /** A login that waits, and can be ended once. */
  public final class Waiting {
    private final Found found;
    private final PendingLogin login;

    private Waiting(Found found, PendingLogin login) {
      this.found = found;
      this.login = login;
    }

    /** What waits. */
    public PendingLogin login() {
      return login;
    }

    /** Has it wait no more; whether it did, which is true for one of all who ask. */
    public boolean end() {
      return tickets.use(found);
    }
  }

  /** The login that a ticket is of; null if none waits for it, whyever. */
  public @Nullable Waiting find(String ticket) {
    Found found = tickets.find(LOGIN, ticket);
    return found == null ? null : waiting(found);
  }

  private @Nullable Waiting waiting(Found found) {
    try {
      FactorCodec.KeptLogin kept = FactorCodec.login(found.content());
      Duration remaining = Duration.between(clock.instant(), found.keptUntil());
      return new Waiting(found, new PendingLogin(kept.begun(), kept.question(), remaining));
    } catch (IOException damaged) {
      found.report();
      return null;
    }
  }

  /**
   * Keeps a question to somebody who is logged in.
   *
   * @return its ticket
   */
  public String ask(Asked asked, FactorQuestion question) {
    Holder holder = new Holder(QUESTION, asked.callerName(), asked.sessionId());
    return tickets.issue(holder, duration(), FactorCodec.encode(asked.sessionId(), question));
  }

  /** Who is asked, and in which login session, which alone can answer. */
  public record Asked(String callerName, String sessionId) {}

  /** A question that waits for its answer, and is answered once. */
  public final class Open {
    private final Found found;
    private final FactorQuestion question;

    private Open(Found found, FactorQuestion question) {
      this.found = found;
      this.question = question;
    }

    /** What was asked. */
    public FactorQuestion question() {
      return question;
    }

    /** Has it wait no more; whether it did, which is true for one of all who ask. */
    public boolean end() {
      return tickets.use(found);
    }
  }

  /** The question that a ticket is of; null if there is none to this login session. */
  public @Nullable Open question(String ticket, String sessionId) {
    Found found = tickets.find(QUESTION, ticket);
    if (found == null) {
      return null;
    }
    try {
      FactorCodec.KeptQuestion kept = FactorCodec.question(found.content());
      return kept.sessionId().equals(sessionId) ? new Open(found, kept.question()) : null;
    } catch (IOException damaged) {
      found.report();
      return null;
    }
  }
}
