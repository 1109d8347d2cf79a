-- The tables of Cloakroom's login sessions for PostgreSQL.
-- With cloakroom.sql.table-prefix, put that prefix in the place of "cloakroom_" everywhere.
-- Moments are milliseconds since 1970-01-01T00:00:00Z. Tables that exist stay as they are.

create table if not exists cloakroom_session (
  id varchar(64) collate "C" primary key,
  version bigint not null,
  caller varchar(255) collate "C" not null,
  began_at bigint not null,
  expires_at bigint not null,
  kept_until bigint not null,
  end_reason varchar(64),
  ended_at bigint,
  body bytea not null
);

create index if not exists cloakroom_session_caller on cloakroom_session (caller);

create index if not exists cloakroom_session_kept_until on cloakroom_session (kept_until);

-- Logins that began at or before ended_at are over: of one caller, or of all.
create table if not exists cloakroom_mark (
  scope varchar(8) collate "C" not null,
  caller varchar(255) collate "C" not null,
  ended_at bigint not null,
  kept_until bigint not null,
  primary key (scope, caller)
);

create index if not exists cloakroom_mark_kept_until on cloakroom_mark (kept_until);

-- How many attempts to log in have failed; an id is made of whose and where from.
create table if not exists cloakroom_attempt (
  id varchar(64) collate "C" primary key,
  attempts integer not null,
  wait_until bigint not null,
  kept_until bigint not null,
  kept_before bigint not null
);

create index if not exists cloakroom_attempt_kept_until on cloakroom_attempt (kept_until);

-- Tokens that can be used once; an owner and a purpose are hashes of what they name.
create table if not exists cloakroom_one_time (
  id varchar(64) collate "C" primary key,
  owner varchar(64) collate "C" not null,
  purpose varchar(64) collate "C" not null,
  holder varchar(64) collate "C" not null,
  place bigint not null,
  kept_until bigint not null,
  content text not null
);

create index if not exists cloakroom_one_time_owner on cloakroom_one_time (owner, purpose);

create index if not exists cloakroom_one_time_kept_until on cloakroom_one_time (kept_until);

-- What the nodes agree on: their signing keys, encrypted. It stays.
create table if not exists cloakroom_text (
  name varchar(64) collate "C" primary key,
  content text collate "C" not null
);

-- Every login reads this row; it must be there.
insert into cloakroom_mark (scope, caller, ended_at, kept_until)
  values ('all', '', -9223372036854775808, 9223372036854775807)
  on conflict (scope, caller) do nothing;
