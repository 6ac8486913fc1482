-- Who works with the pages: people, what they may do and for which unit, from when to when.

create table person (
  id            text        primary key check (id ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  name          text        not null,
  language      text        check (language in ('zh', 'en')),
  password_hash text,
  created_at    timestamptz not null,
  disabled_at   timestamptz
);
comment on column person.id is 'the name to sign in with, and the assignee of tasks, so that timelines say who did it';
comment on column person.password_hash is 'Argon2id; null until the person has chosen a password by a one-time link';

create table held_role (
  id         uuid primary key,
  person_id  text not null references person,
  role       text not null,
  unit_code  text,
  valid_from date not null,
  valid_to   date,
  given_by   text not null,
  check (valid_to is null or valid_to >= valid_from)
);
create index held_role_person on held_role (person_id);
comment on column held_role.valid_to is 'the last day on which it holds; null without an end';

create table password_link (
  digest     bytea       primary key,
  person_id  text        not null references person,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index password_link_person on password_link (person_id);

-- Wrong attempts by the name that was typed, whether or not somebody has it.
create table sign_in_failure (
  name         text        primary key,
  failures     integer     not null,
  last_at      timestamptz not null,
  locked_until timestamptz
);

create table session (
  primary_id            char(36) primary key,
  session_id            char(36) not null unique,
  creation_time         bigint   not null,
  last_access_time      bigint   not null,
  max_inactive_interval integer  not null,
  expiry_time           bigint   not null,
  principal_name        varchar(100)
);
create index session_expiry on session (expiry_time);
create index session_principal on session (principal_name);

create table session_attributes (
  session_primary_id char(36)     not null references session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  primary key (session_primary_id, attribute_name)
);
