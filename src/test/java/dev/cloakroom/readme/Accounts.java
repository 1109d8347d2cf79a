package dev.cloakroom.readme;

/** Stands for whatever the reader's application reaches its database by. */
public interface Accounts {

  /** Runs a statement. */
  void execute(String sql, String... values);
}
