package dev.cloakroom.store.redis;

import dev.cloakroom.StoreUnavailableException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Asks the server that has the application's keys. What failed is asked once more where that can do
 * no harm and some time is left; a change that may have been made is not. Safe for use by several
 * threads.
 */
final class MasterCalls {
  private static final Set<Failure> REPEATED_READS =
      EnumSet.of(Failure.WRONG_SERVER, Failure.UNKNOWN_OUTCOME);
  private static final Set<Failure> REPEATED_CHANGES = EnumSet.of(Failure.WRONG_SERVER);

  private final MasterSearch search;
  private final long longestFirstTry;
  private final LongSupplier nanoTime;

  /**
   * Calls of one server.
   *
   * @param timeout how long a call may take; nothing is asked again once half of it is over
   */
  MasterCalls(MasterSearch search, Duration timeout, LongSupplier nanoTime) {
    this.search = search;
    this.longestFirstTry = timeout.toNanos() / 2;
    this.nanoTime = nanoTime;
  }

  /**
   * Asks something that changes nothing.
   *
   * @throws StoreUnavailableException if there was no answer
   */
  <T extends @Nullable Object> T read(Function<Connection, T> question) {
    return asked(question, REPEATED_READS);
  }

  /**
   * Asks for a change.
   *
   * @throws StoreUnavailableException if there was no answer; whether the change was made is then
   *     unknown
   */
  <T extends @Nullable Object> T change(Function<Connection, T> question) {
    return asked(question, REPEATED_CHANGES);
  }

  private <T extends @Nullable Object> T asked(
      Function<Connection, T> question, Set<Failure> repeated) {
    long start = nanoTime.getAsLong();
    try {
      return askedOnce(question);
    } catch (FailedCallException first) {
      boolean late = nanoTime.getAsLong() - start > longestFirstTry;
      if (late || !repeated.contains(first.failure())) {
        throw first.unavailable();
      }
    }
    try {
      return askedOnce(question);
    } catch (FailedCallException second) {
      throw second.unavailable();
    }
  }

  private <T extends @Nullable Object> T askedOnce(Function<Connection, T> question)
      throws FailedCallException {
    Node node = search.node();
    Connection connection = taken(node);
    try {
      T answer = question.apply(connection);
      node.giveBack(connection);
      return answer;
    } catch (JedisDataException error) {
      node.giveBack(connection);
      throw failed(node, Failure.of(error), error);
    } catch (JedisException lost) {
      Closing.quietly(connection);
      throw failed(node, Failure.UNKNOWN_OUTCOME, lost);
    } catch (RuntimeException unexpected) {
      Closing.quietly(connection);
      throw unexpected;
    }
  }

  private Connection taken(Node node) throws FailedCallException {
    try {
      return node.take();
    } catch (JedisDataException error) {
      throw failed(node, Failure.of(error), error);
    } catch (JedisException unreachable) {
      throw failed(node, Failure.WRONG_SERVER, unreachable);
    }
  }

  private FailedCallException failed(Node node, Failure failure, JedisException why) {
    if (failure != Failure.REFUSED) {
      search.leave(node);
    }
    return new FailedCallException(failure, why);
  }
}
