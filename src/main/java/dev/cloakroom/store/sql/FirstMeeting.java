package dev.cloakroom.store.sql;

import static java.lang.System.Logger.Level.ERROR;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.store.remote.SharedStore.Push;
import java.sql.Connection;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a store does when it opens: it asks which database there is, creates tables if that is
 * wanted, says what is missing, and tries whether it can be told of changes.
 */
final class FirstMeeting {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.store");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Database database;
  private final KnownDatabase known;

  FirstMeeting(Database database, KnownDatabase known) {
    this.database = database;
    this.known = known;
  }

  /**
   * Meets the database, but does not hold up the start of the application for long.
   *
   * @return whether changes can be told; supposed of a database that does not answer, so that
   *     nothing is read from memory until it is certain
   * @throws IllegalStateException if the database is of a kind that is not supported
   */
  Push within(BackgroundThreads threads) {
    try {
      return threads.run(this::meet).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return unanswered(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unanswered(e);
    } catch (ExecutionException e) {
      Throwable why = Objects.requireNonNull(e.getCause());
      throw new IllegalStateException(String.valueOf(why.getMessage()), why);
    }
  }

  private Push meet() {
    try {
      String product = known.product();
      if (known.of(product) == null) {
        throw new IllegalStateException(known.refusal(product));
      }
      Dialect dialect = known.dialect();
      return database.run(
          "being looked at",
          connection -> {
            lookForTables(connection, new Schema(dialect, known.tables()));
            return dialect.push(connection);
          });
    } catch (StoreUnavailableException e) {
      return unanswered(e);
    }
  }

  private static void lookForTables(Connection connection, Schema schema) {
    if (!schema.servesLogins(connection)) {
      LOG.log(ERROR, lacking(schema, "logins need, so nobody can log in", "a login"));
    } else if (!schema.servesOneTimeTokens(connection)) {
      LOG.log(
          ERROR,
          lacking(
              schema,
              "one-time tokens need, so none is issued or redeemed; logins do without it",
              "such a token"));
    }
  }

  /** Not at the start: only who has keys in the store needs it. */
  static void lookForTexts(Connection connection, Schema schema) {
    if (!schema.servesSharedKeys(connection)) {
      LOG.log(
          ERROR,
          lacking(
              schema,
              "cloakroom.keys.rotate-every needs, cloakroom_text, so there is no key to sign with;"
                  + " logins by cookie do without it",
              "a key of there"));
    }
  }

  private static String lacking(Schema schema, String whatFor, String needed) {
    return "The database lacks a table that "
        + whatFor
        + ". Run "
        + schema.file()
        + " of Cloakroom's JAR there, which creates those that are missing of "
        + schema.tables()
        + ", or set cloakroom.sql.create-schema=true. Until then requests that need "
        + needed
        + " are answered with 503.";
  }

  private static Push unanswered(Exception why) {
    LOG.log(
        ERROR,
        "The database of login sessions cannot be used yet; until then requests that need a login"
            + " are answered with 503.",
        why);
    return Push.SUPPORTED;
  }
}
