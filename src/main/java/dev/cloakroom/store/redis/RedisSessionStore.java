package dev.cloakroom.store.redis;

import static dev.cloakroom.store.redis.StoredValue.millis;
import static dev.cloakroom.store.redis.StoredValue.millisUntil;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.config.RedisSettings;
import dev.cloakroom.store.AttemptCounters;
import dev.cloakroom.store.End;
import dev.cloakroom.store.EndPortion;
import dev.cloakroom.store.OneTimeRecords;
import dev.cloakroom.store.Revocations;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SharedTexts;
import dev.cloakroom.store.remote.CallerNames;
import dev.cloakroom.store.remote.Change;
import dev.cloakroom.store.remote.ChangeListener;
import dev.cloakroom.store.remote.SharedStore;
import dev.cloakroom.store.remote.UnusableStoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * Login sessions in Redis 6 or later, or in Valkey. Each operation is one round trip but {@link
 * #endBefore}, and each change is atomic. Changes of all nodes are told as they happen.
 *
 * <p>The clock that counts is the node's; Redis only drops what is over for good. Threads exist
 * only after {@link #listen}. Safe for use by several threads.
 */
public final class RedisSessionStore implements SharedStore {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.store.redis");

  private final Clock clock;
  private final KeyNames keys;
  private final Dialing dialing;
  private final MasterSearch search;
  private final MasterCalls calls;
  private final StoredAnswers answers;
  private final AttemptCounters attempts;
  private final OneTimeRecords oneTime;
  private final Revocations revocations;
  private volatile @Nullable ChangeFeed feed;

  /**
   * A store that connects when it is first used.
   *
   * @param settings where it is; its URI must be set
   * @param timeout how long to wait for one answer of the server; a call as a whole is limited by
   *     {@link dev.cloakroom.store.remote.BudgetedStore}
   * @param clock tells when a record's time is over
   */
  public RedisSessionStore(RedisSettings settings, Duration timeout, Clock clock) {
    var uri = Objects.requireNonNull(settings.uri(), "cloakroom.redis.uri is not set");
    this.clock = clock;
    this.keys = new KeyNames(settings.prefix());
    this.answers = new StoredAnswers(clock);
    this.dialing = new Dialing(uri, timeout);
    this.search =
        new MasterSearch(
            Locator.of(uri, dialing, keys), dialing, new ServerCheck(settings), System::nanoTime);
    this.calls = new MasterCalls(search, timeout, System::nanoTime);
    this.attempts = new RedisAttempts(calls, keys, clock);
    this.oneTime = new RedisOneTimeRecords(calls, keys, clock);
    this.revocations = new RedisRevocations(calls, keys, clock);
  }

  /**
   * Looks whether the server can be trusted with sessions. One that is not there yet is only warned
   * of: it is looked at when it is.
   *
   * @throws UnusableStoreException if it must not be used, such as one that may drop sessions for
   *     want of memory
   */
  public void check() {
    try {
      search.node();
    } catch (FailedCallException failed) {
      if (failed.failure() == Failure.UNUSABLE) {
        throw new UnusableStoreException(String.valueOf(failed.getMessage()));
      }
      LOG.log(
          WARNING,
          "Redis cannot be used yet, and what needs a login is answered with 503 until it can: {0}",
          failed.getMessage());
    }
  }

  @Override
  public boolean canKeep(String callerName) {
    return CallerNames.isStorable(callerName);
  }

  @Override
  public boolean create(SessionRecord created) {
    String caller = created.login().callerName();
    if (!canKeep(caller)) {
      return false;
    }
    List<String> names =
        List.of(
            keys.session(created.id()), keys.index(caller), keys.mark(caller), keys.markOfAll());
    Object kept =
        calls.change(
            connection ->
                Script.CREATE.run(
                    connection,
                    names,
                    StoredValue.of(created),
                    millisUntil(created.keptUntil(), clock),
                    millis(created.login().at()),
                    created.id(),
                    millis(created.keptUntil()),
                    millis(clock.instant()),
                    keys.changes(),
                    Change.of(created).text()));
    return kept.equals(1L);
  }

  @Override
  public @Nullable SessionRecord find(String id) {
    CommandArguments both =
        new CommandArguments(Command.MGET).add(keys.session(id)).add(keys.markOfAll());
    List<?> found = calls.read(connection -> (List<?>) connection.executeCommand(both));
    return found.get(0) instanceof byte[] value ? answers.record(id, value, found.get(1)) : null;
  }

  @Override
  public boolean replace(SessionRecord next) {
    List<String> names =
        List.of(keys.session(next.id()), keys.index(next.login().callerName()), keys.markOfAll());
    Object replaced =
        calls.change(
            connection ->
                Script.REPLACE.run(
                    connection,
                    names,
                    Long.toString(next.version() - 1),
                    StoredValue.of(next),
                    millisUntil(next.keptUntil(), clock),
                    next.id(),
                    millis(next.keptUntil()),
                    keys.changes(),
                    Change.of(next).text()));
    return replaced.equals(1L);
  }

  @Override
  public List<SessionRecord> findByCaller(String callerName) {
    if (!canKeep(callerName)) {
      return List.of();
    }
    List<?> found =
        (List<?>)
            calls.read(
                connection ->
                    Script.FIND_BY_CALLER.run(
                        connection,
                        List.of(keys.index(callerName), keys.markOfAll()),
                        keys.sessions()));
    return answers.records(found.subList(1, found.size()), found.get(0));
  }

  @Override
  public List<SessionRecord> endByCaller(String callerName, End end) {
    if (!canKeep(callerName)) {
      return List.of();
    }
    Instant keptUntil = end.at().plus(SessionRecord.AFTERLIFE);
    Object ended =
        calls.change(
            connection ->
                Script.END_BY_CALLER.run(
                    connection,
                    List.of(keys.index(callerName), keys.mark(callerName), keys.markOfAll()),
                    millis(end.at()),
                    StoredValue.text(end),
                    millisUntil(keptUntil, clock),
                    millisUntil(end.at().plus(End.LONGEST_LOGIN), clock),
                    keys.sessions(),
                    millis(keptUntil),
                    millis(clock.instant()),
                    keys.changes()));
    return answers.records((List<?>) ended, null);
  }

  /**
   * As {@link SharedStore#endBefore}. They are over, on all nodes and at once, with the first call;
   * the others write it into the records, some at a time, so that no other client waits.
   */
  @Override
  public EndPortion endBefore(Instant moment, End end, @Nullable String from) {
    EndOfAll endOfAll = new EndOfAll(keys, moment, end);
    if (from == null) {
      String keepMark = millisUntil(end.at().plus(SessionRecord.LONGEST), clock);
      calls.change(connection -> endOfAll.mark(connection, keepMark));
      return new EndPortion(List.of(), EndOfAll.START);
    }
    String keepEnded = millisUntil(end.at().plus(SessionRecord.AFTERLIFE), clock);
    EndOfAll.Page page = calls.change(connection -> endOfAll.endSome(connection, from, keepEnded));
    return new EndPortion(answers.records(page.ended(), null), page.next());
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
    return new RedisTexts(calls, keys);
  }

  @Override
  public Push push() {
    return Push.SUPPORTED;
  }

  @Override
  public void listen(ChangeListener listener) {
    ChangeFeed started = new ChangeFeed(search, dialing, keys, listener);
    feed = started;
    started.start();
  }

  @Override
  public void close() {
    ChangeFeed started = feed;
    if (started != null) {
      started.close();
    }
    search.close();
  }
}
