package dev.cloakroom.store.sql;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.config.StoreSettings;
import dev.cloakroom.store.AttemptCounters;
import dev.cloakroom.store.End;
import dev.cloakroom.store.EndPortion;
import dev.cloakroom.store.OneTimeRecords;
import dev.cloakroom.store.Revocations;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SharedTexts;
import dev.cloakroom.store.remote.CallerNames;
import dev.cloakroom.store.remote.ChangeListener;
import dev.cloakroom.store.remote.SharedStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Login sessions in a database that all nodes share: PostgreSQL, H2 or MariaDB. On PostgreSQL each
 * operation on one session is one round trip, and changes are told to all nodes.
 *
 * <p>All moments are of the node's clock, never of the database's; the nodes' clocks should agree
 * to a second or so. Safe for use by several threads.
 */
public final class SqlSessionStore implements SharedStore {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.store");

  private static final String FIND =
      "select " + SessionRows.COLUMNS + " from cloakroom_session where id = ? and kept_until > ?";

  private static final String FIND_BY_CALLER =
      "select "
          + SessionRows.COLUMNS
          + " from cloakroom_session where caller = ? and kept_until > ?";

  /** How many sessions end in one transaction when all do. */
  private static final int BATCH = 500;

  /** No id comes before it. */
  private static final String BEFORE_ALL = "";

  private final Clock clock;
  private final SessionRows rows = new SessionRows();
  private final Database database;
  private final KnownDatabase known;
  private final AttemptCounters attempts;
  private final OneTimeRecords oneTime;
  private final Revocations revocations;
  private final SharedTexts texts;
  private final BackgroundThreads threads;
  private volatile Push push = Push.SUPPORTED;

  private SqlSessionStore(DataSource source, StoreSettings settings, Clock clock) {
    this.clock = clock;
    this.database = new Database(source, settings.timeout());
    this.known = new KnownDatabase(database, settings.sql(), rows);
    this.attempts = new SqlAttempts(database, known, clock);
    this.oneTime = new SqlOneTimeRecords(database, known, clock);
    this.revocations = new SqlRevocations(database, known, clock);
    this.texts = new SqlTexts(database, known);
    this.threads = new BackgroundThreads(source);
  }

  /**
   * A store on the connections of a data source. A database that does not answer now, or has no
   * tables yet, is logged and asked again with each call.
   *
   * @param settings whether to create tables and their prefix; how long an answer may take
   * @param clock the node's
   * @throws IllegalStateException if the database is of a kind that is not supported
   */
  public static SqlSessionStore open(DataSource source, StoreSettings settings, Clock clock) {
    SqlSessionStore store = new SqlSessionStore(source, settings, clock);
    try {
      store.push = new FirstMeeting(store.database, store.known).within(store.threads);
    } catch (IllegalStateException e) {
      store.close();
      throw e;
    }
    store.threads.everyMinute(store::sweep);
    return store;
  }

  @Override
  public boolean canKeep(String callerName) {
    return CallerNames.isStorable(callerName);
  }

  @Override
  public boolean create(SessionRecord created) {
    return canKeep(created.login().callerName()) && known.dialect().create(database, created);
  }

  @Override
  public @Nullable SessionRecord find(String id) {
    List<SessionRecord> found = select("reading a login session", FIND, id);
    return found.isEmpty() ? null : found.get(0);
  }

  @Override
  public boolean replace(SessionRecord next) {
    return known.dialect().replace(database, next, clock.millis());
  }

  @Override
  public List<SessionRecord> findByCaller(String callerName) {
    return canKeep(callerName)
        ? select("reading a caller's login sessions", FIND_BY_CALLER, callerName)
        : List.of();
  }

  private List<SessionRecord> select(String what, String text, String key) {
    known.dialect();
    String statement = known.tables().in(text);
    return sessions(
        database.run(
            what,
            connection -> {
              try (Query query = Query.of(connection, statement)) {
                return query.text(key).number(clock.millis()).rows(rows::read);
              }
            }));
  }

  @Override
  public List<SessionRecord> endByCaller(String callerName, End end) {
    if (!canKeep(callerName)) {
      return List.of();
    }
    return sessions(known.dialect().endByCaller(database, callerName, end));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The first call writes the mark; the others end sessions five hundred at a time, in the order
   * of their ids, each batch in a transaction of its own.
   */
  @Override
  public EndPortion endBefore(Instant moment, End end, @Nullable String from) {
    Dialect dialect = known.dialect();
    Mark mark = Mark.endedBefore(moment);
    if (from == null) {
      return marked(dialect, mark);
    }
    List<SessionRows.Row> batch = ended(dialect, Selection.after(from, mark, BATCH), end);
    return new EndPortion(sessions(batch), batch.size() < BATCH ? null : lastId(batch));
  }

  private EndPortion marked(Dialect dialect, Mark mark) {
    return database.transaction(
        "marking all login sessions as ended",
        connection -> {
          dialect.mark(connection, mark);
          return new EndPortion(List.of(), BEFORE_ALL);
        });
  }

  private List<SessionRows.Row> ended(Dialect dialect, Selection selection, End end) {
    return database.transaction(
        "ending all login sessions", connection -> dialect.end(connection, selection, end));
  }

  private static String lastId(List<SessionRows.Row> batch) {
    return batch.stream().map(SessionRows.Row::id).max(String::compareTo).orElseThrow();
  }

  private static List<SessionRecord> sessions(List<SessionRows.Row> rows) {
    List<SessionRecord> readable = new ArrayList<>();
    for (SessionRows.Row row : rows) {
      if (row.session() != null) {
        readable.add(row.session());
      }
    }
    return readable;
  }

  /** Deletes what is over; the store does it by itself about once a minute. */
  void sweep() {
    try {
      new Sweeper(database, threads::areStopped).sweep(known.dialect(), clock.millis());
    } catch (StoreUnavailableException e) {
      LOG.log(WARNING, "What is over stays in the database for now: " + e.getMessage());
    } catch (RuntimeException e) {
      // Whatever came through would be the last sweep of all.
      LOG.log(ERROR, "What is over stays in the database for now.", e);
    }
  }

  @Override
  public AttemptCounters attempts() {
    return attempts;
  }

  @Override
  public OneTimeRecords oneTime() {
    return oneTime;
  }

  @Override
  public Revocations revocations() {
    return revocations;
  }

  @Override
  public SharedTexts texts() {
    return texts;
  }

  @Override
  public Push push() {
    return push;
  }

  @Override
  public void listen(ChangeListener listener) {
    threads.listen(known.tables().channel(), listener);
  }

  @Override
  public void close() {
    threads.stop();
  }
}
