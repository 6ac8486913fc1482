-- One row per case. Nothing here names or reaches a resident: that lives in the vault.

create table api_client (
  id         text        primary key,
  name       text        not null,
  key_hash   bytea       not null unique,
  created_at timestamptz not null,
  disabled_at timestamptz
);

create sequence case_number;

create table case_file (
  id                   uuid        primary key,
  number               text        not null unique,
  client_id            text        not null,
  external_id          text        not null,
  request_digest       bytea       not null,
  tracking_digest      bytea       not null unique,
  kind                 text        not null check (kind in ('inquiry', 'help', 'complaint', 'report', 'suggestion')),
  channel              text        not null,
  category_code        text,
  category_name        text,
  level                text        not null check (level in ('2h', '24h', '7d', '15d')),
  district_code        text        not null,
  street_code          text,
  title                text        not null,
  confidential         boolean     not null,
  signals              jsonb       not null,
  occurred_at          timestamptz,
  received_at          timestamptz not null,
  process_instance_key bigint,
  status               text        not null check (status in
    ('received', 'registered', 'answered', 'dispatched', 'withdrawn', 'closed')),
  route                text,
  owner_code           text,
  owner_name           text,
  owner_kind           text,
  round                smallint    not null default 0,
  sign_by              timestamptz,
  contact_by           timestamptz,
  warn_at              timestamptz,
  settle_by            timestamptz,
  answered             boolean,
  contacted            boolean,
  settled              text check (settled in ('settled', 'partly', 'not')),
  satisfied            text check (satisfied in ('satisfied', 'basically', 'not')),
  included             boolean,
  inclusion_reason     text,
  closed_at            timestamptz,
  unique (client_id, external_id)
);
create index case_file_listing on case_file (received_at, id);
create index case_file_owner on case_file (owner_code, received_at, id);

create table case_dispatch (
  element_instance_key bigint      not null,
  case_id              uuid        not null references case_file,
  unit_code            text        not null,
  unit_kind            text        not null,
  district_code        text,
  round                smallint    not null,
  level                text        not null,
  dispatched_at        timestamptz not null,
  primary key (case_id, element_instance_key)
);

-- What a job did, so that doing it again only repeats the answer.
create table job_effect (
  subject              text        not null,
  job_type             text        not null,
  process_instance_key bigint      not null,
  element_instance_key bigint      not null,
  variables            jsonb       not null,
  done_at              timestamptz not null,
  primary key (subject, job_type, process_instance_key, element_instance_key)
);
