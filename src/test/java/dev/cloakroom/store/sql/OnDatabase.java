package dev.cloakroom.store.sql;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Says which database the contracts nested in a class are held to. */
@Retention(RUNTIME)
@Target(TYPE)
@interface OnDatabase {
  TestDatabase value();
}
