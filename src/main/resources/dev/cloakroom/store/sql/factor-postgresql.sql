-- What Cloakroom knows of callers' second factors, for PostgreSQL.
-- With cloakroom.sql.table-prefix, put that prefix in the place of "cloakroom_".
-- The content is encrypted and bound to the caller's name. A table that exists stays as it is.

create table if not exists cloakroom_factor (
  caller varchar(255) collate "C" primary key,
  content varchar(2000) collate "C" not null
);
