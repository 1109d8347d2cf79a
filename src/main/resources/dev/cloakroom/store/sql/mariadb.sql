-- The tables of Cloakroom's login sessions for MariaDB.
-- With cloakroom.sql.table-prefix, put that prefix in the place of "cloakroom_" everywhere.
-- Moments are milliseconds since 1970-01-01T00:00:00Z. Tables that exist stay as they are.
-- Ids and callers are UTF-8 in binary columns: every collation of text, utf8mb4_bin too, would
-- take 'alice' and 'alice ' for one caller. To read one: convert(caller using utf8mb4).

create table if not exists cloakroom_session (
  id varbinary(64) primary key,
  version bigint not null,
  caller varbinary(1020) not null,
  began_at bigint not null,
  expires_at bigint not null,
  kept_until bigint not null,
  end_reason varchar(64),
  ended_at bigint,
  body mediumblob not null,
  index cloakroom_session_caller (caller),
  index cloakroom_session_kept_until (kept_until)
) engine = InnoDB;

-- Logins that began at or before ended_at are over: of one caller, or of all.
create table if not exists cloakroom_mark (
  scope varbinary(8) not null,
  caller varbinary(1020) not null,
  ended_at bigint not null,
  kept_until bigint not null,
  primary key (scope, caller),
  index cloakroom_mark_kept_until (kept_until)
) engine = InnoDB;

-- How many attempts to log in have failed; an id is made of whose and where from.
create table if not exists cloakroom_attempt (
  id varbinary(64) primary key,
  attempts integer not null,
  wait_until bigint not null,
  kept_until bigint not null,
  kept_before bigint not null,
  index cloakroom_attempt_kept_until (kept_until)
) engine = InnoDB;

-- Tokens that can be used once; an owner and a purpose are hashes of what they name.
create table if not exists cloakroom_one_time (
  id varbinary(64) primary key,
  owner varbinary(64) not null,
  purpose varbinary(64) not null,
  holder varbinary(64) not null,
  place bigint not null,
  kept_until bigint not null,
  content text not null,
  index cloakroom_one_time_owner (owner, purpose),
  index cloakroom_one_time_kept_until (kept_until)
) engine = InnoDB;

-- What the nodes agree on: their signing keys, encrypted. It stays.
create table if not exists cloakroom_text (
  name varbinary(64) primary key,
  content varbinary(16000) not null
) engine = InnoDB;

-- Every login reads this row; it must be there.
insert ignore into cloakroom_mark (scope, caller, ended_at, kept_until)
  values ('all', '', -9223372036854775808, 9223372036854775807);
