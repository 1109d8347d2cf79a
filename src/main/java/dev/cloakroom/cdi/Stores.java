package dev.cloakroom.cdi;

import dev.cloakroom.config.Setting;
import dev.cloakroom.config.StoreKind;
import dev.cloakroom.config.StoreSettings;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.store.remote.BudgetedStore;
import dev.cloakroom.store.remote.NearCache;
import dev.cloakroom.store.remote.SharedStore;
import dev.cloakroom.store.remote.SharedStore.Push;
import dev.cloakroom.store.sql.SqlSessionStore;
import java.time.Clock;
import java.util.Locale;

/** Builds the store of login sessions that the settings ask for. */
final class Stores {

  private Stores() {}

  /**
   * Opens that store.
   *
   * @throws RuntimeException if it must not be used as it is set up; the message says what is wrong
   */
  static SessionStore of(StoreSettings settings, Clock clock) {
    return switch (settings.kind()) {
      case MEMORY -> new MemorySessionStore(clock);
      case SQL -> shared(sql(settings, clock), settings, clock);
      case REDIS -> shared(RedisBackEnd.of(settings, clock), settings, clock);
    };
  }

  /** Where login sessions are, and who knows how soon what becomes of them. */
  static String inWords(StoreSettings settings, SessionStore opened) {
    String kind = settings.kind().name().toLowerCase(Locale.ROOT);
    if (settings.kind() == StoreKind.MEMORY) {
      return kind + ", of this server alone";
    }
    if (!(opened instanceof NearCache copies)) {
      return kind + ", asked at each request";
    }
    return copies.isTold()
        ? kind + ", with copies here for as long as it tells of changes"
        : "%s, with copies here for %s because it does not tell of changes"
            .formatted(kind, settings.nearCache().maxStaleness());
  }

  private static SharedStore sql(StoreSettings settings, Clock clock) {
    return SqlSessionStore.open(
        DataSources.of(Setting.SQL_DATA_SOURCE, settings.sql().dataSource()), settings, clock);
  }

  /** A store outside of this process, its calls limited in time and its answers kept near. */
  static SessionStore shared(SharedStore store, StoreSettings settings, Clock clock) {
    BudgetedStore budgeted = new BudgetedStore(store, settings.timeout());
    boolean uncached =
        settings.nearCache().maxSize() == 0
            || (store.push() == Push.ABSENT && settings.nearCache().maxStaleness().isZero());
    return uncached
        ? budgeted
        : new NearCache(budgeted, settings.nearCache(), clock, System::nanoTime);
  }
}
