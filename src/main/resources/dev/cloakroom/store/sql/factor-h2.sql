-- What Cloakroom knows of callers' second factors, for H2.
-- With cloakroom.sql.table-prefix, put that prefix in the place of "cloakroom_".
-- The content is encrypted and bound to the caller's name. A table that exists stays as it is.

create table if not exists cloakroom_factor (
  caller varchar(255) primary key,
  content varchar(2000) not null
);
