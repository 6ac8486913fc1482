-- Organisation, categories and calendar: dated facts, imported from files, never edited by a process.

create table unit (
  code        text        not null,
  valid_from  date        not null,
  valid_to    date,
  name        text        not null,
  kind        text        not null check (kind in ('city', 'district', 'street', 'department', 'enterprise')),
  form        text,
  parent_code text,
  source      text        not null,
  primary key (code, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
create unique index unit_current on unit (code) where valid_to is null;
create index unit_parent on unit (parent_code, kind);

create table category (
  code           text     not null,
  valid_from     date     not null,
  valid_to       date,
  name           text     not null,
  depth          smallint not null check (depth between 1 and 3),
  parent_code    text,
  unit_kind      text     check (unit_kind in ('street', 'district', 'department', 'enterprise')),
  unit_code      text,
  limit_level    text     check (limit_level in ('2h', '24h', '7d', '15d')),
  signal         text     check (signal in ('emergency', 'legalChannel', 'secret', 'beyondDuty', 'unlawful')),
  emergency_line text     check (emergency_line in ('110', '119', '120', '122')),
  source         text     not null,
  primary key (code, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
create unique index category_current on category (code) where valid_to is null;

create table calendar_day (
  day       date    primary key,
  working   boolean not null,
  name      text    not null,
  announced boolean not null,
  source    text    not null
);
comment on table calendar_day is
  'Days that differ from the rule Monday to Friday; announced = false where only the law, not yet the year''s notice, says so';

create table callback_attempt (
  attempt         smallint primary key check (attempt >= 1),
  channel         text     not null check (channel in ('phone', 'sms', 'web')),
  answer_within   text     not null,
  next_attempt_in text     not null
);

create table joint_enforcement_member (
  unit_code text primary key,
  role      text not null check (role in ('base', 'resident', 'onCall'))
);
