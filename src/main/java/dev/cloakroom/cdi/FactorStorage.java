package dev.cloakroom.cdi;

import dev.cloakroom.FactorStore;
import dev.cloakroom.config.Setting;
import dev.cloakroom.config.Settings;
import dev.cloakroom.config.SqlSettings;
import dev.cloakroom.factor.FactorRecords;
import dev.cloakroom.factor.FoldedFactors;
import dev.cloakroom.store.remote.BudgetedFactors;
import dev.cloakroom.store.sql.SqlFactors;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where second factors are kept: by a bean of the application, in the database that the settings
 * name, or nowhere. Safe for use by several threads.
 */
final class FactorStorage implements AutoCloseable {
  private static final String NOWHERE =
      "Nothing says where second factors are kept. Set cloakroom.factor.data-source to the JNDI name"
          + " of a data source, which may be that of cloakroom.sql.data-source, or make a bean that"
          + " implements dev.cloakroom.FactorStore.";

  private static final String WITHOUT_KEY =
      "Second factors are encrypted, and nobody could read them after the next start, because no"
          + " key is configured: set cloakroom.keys.location or cloakroom.keys.secret.";

  private final boolean keysAreKept;
  private final @Nullable BudgetedFactors database;
  private final @Nullable FactorRecords records;

  /**
   * Finds it.
   *
   * @param own the application's beans
   * @throws IllegalStateException if there is more than one, or the data source cannot be used
   */
  FactorStorage(Deployment deployment, Instance<FactorStore> own) {
    Settings settings = deployment.settings();
    String source = settings.factorStore().dataSource();
    List<? extends FactorStore> beans = own.stream().toList();
    if (beans.size() + (source == null ? 0 : 1) > 1) {
      throw new IllegalStateException(
          "Second factors are kept in one place: take away all beans that implement"
              + " dev.cloakroom.FactorStore but one, or all and leave cloakroom.factor.data-source.");
    }
    database = source == null ? null : database(source, settings);
    FactorStore found = beans.isEmpty() ? folded(database) : beans.get(0);
    keysAreKept = settings.keys().areKept();
    records =
        found == null
            ? null
            : new FactorRecords(found, deployment.keys().deriveSealing("second factors"));
  }

  private static BudgetedFactors database(String source, Settings settings) {
    SqlSettings sql = settings.store().sql();
    SqlFactors factors =
        SqlFactors.open(
            DataSources.of(Setting.FACTOR_DATA_SOURCE, source),
            new SqlSettings(source, sql.createSchema(), sql.tablePrefix()),
            settings.store().timeout());
    return new BudgetedFactors(factors, settings.store().timeout());
  }

  private static @Nullable FactorStore folded(@Nullable FactorStore database) {
    return database == null ? null : new FoldedFactors(database);
  }

  /** What is kept; empty if nothing is. */
  Optional<FactorRecords> records() {
    return Optional.ofNullable(records);
  }

  /**
   * What is kept, to keep more of it.
   *
   * @throws IllegalStateException if nothing is kept, or by a key that is gone with this process;
   *     says which setting to change
   */
  FactorRecords lasting() {
    if (records == null || !keysAreKept) {
      throw new IllegalStateException(records == null ? NOWHERE : WITHOUT_KEY);
    }
    return records;
  }

  @Override
  public void close() {
    if (database != null) {
      database.close();
    }
  }
}
