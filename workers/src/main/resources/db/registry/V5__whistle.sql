create sequence whistle_number;

create table whistle (
  id             uuid        primary key,
  number         text        not null unique,
  kind           text        not null check (kind in ('publicDemand', 'keyWork', 'jointEnforcement', 'emergency')),
  street_code    text        not null,
  case_id        uuid        references case_file,
  cross_district boolean     not null,
  reason         text        not null,
  place          text        not null,
  units          text[]      not null,
  client_id      text,
  external_id    text,
  request_digest bytea,
  blown_at       timestamptz not null,
  process_instance_key bigint,
  approved       boolean,
  ended_at       timestamptz,
  score          jsonb,
  unique (client_id, external_id)
);
create index whistle_case on whistle (case_id);

create table summons (
  id          uuid        primary key,
  whistle_id  uuid        not null references whistle,
  unit_code   text        not null,
  unit_kind   text        not null,
  unit_name   text        not null,
  sign_by     timestamptz not null,
  arrive_by   timestamptz not null,
  notified_at timestamptz,
  told_again  smallint    not null default 0,
  escalated   text[]      not null default '{}',
  signed_at   timestamptz,
  arrived_at  timestamptz,
  done_at     timestamptz,
  released_at timestamptz,
  arrival     jsonb,
  result      text,
  note        text,
  late        boolean,
  absent      boolean,
  score       jsonb,
  unique (whistle_id, unit_code)
);

create table meeting (
  whistle_id uuid        primary key references whistle,
  present    text[]      not null,
  agreed     text        not null,
  dissent    text,
  held_at    timestamptz not null
);

create table meeting_action (
  whistle_id uuid     not null references whistle,
  position   smallint not null,
  what       text     not null,
  unit_code  text,
  due        text,
  result     jsonb,
  primary key (whistle_id, position)
);
