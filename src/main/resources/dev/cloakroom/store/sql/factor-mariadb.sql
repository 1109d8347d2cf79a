-- What Cloakroom knows of callers' second factors, for MariaDB.
-- With cloakroom.sql.table-prefix, put that prefix in the place of "cloakroom_".
-- The content is encrypted and bound to the caller's name. A table that exists stays as it is.
-- Both columns are binary: every collation of text would take 'alice' and 'alice ' for one caller.

create table if not exists cloakroom_factor (
  caller varbinary(1020) primary key,
  content varbinary(2000) not null
) engine = InnoDB;
