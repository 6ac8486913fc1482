create table callback (
  id            uuid        primary key,
  case_id       uuid        not null references case_file,
  round         smallint    not null,
  attempt       smallint    not null,
  channel       text        not null check (channel in ('phone', 'sms', 'web')),
  planned_at    timestamptz not null,
  token_digest  bytea unique,
  token_expires timestamptz,
  token_used_at timestamptz,
  answered      boolean,
  contacted     boolean,
  settled       text check (settled in ('settled', 'partly', 'not')),
  satisfied     text check (satisfied in ('satisfied', 'basically', 'not')),
  recorded_at   timestamptz
);
create index callback_case on callback (case_id, planned_at);

create table supervision (
  id          uuid        primary key,
  case_id     uuid        references case_file,
  whistle_id  uuid        references whistle,
  unit_code   text,
  cause       text        not null,
  level       text        not null check (level in ('remind', 'supervise', 'interview')),
  round       smallint,
  note        text,
  recorded_at timestamptz not null
);
create index supervision_case on supervision (case_id);
