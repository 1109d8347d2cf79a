/**
 * Login sessions in a database: {@link dev.cloakroom.store.sql.SqlSessionStore}, on PostgreSQL, H2
 * or MariaDB. It alone uses JDBC, and no driver at compile time; it knows nothing of servers: the
 * data source is given to it.
 */
@NullMarked
package dev.cloakroom.store.sql;

import org.jspecify.annotations.NullMarked;
