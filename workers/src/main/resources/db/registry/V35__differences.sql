-- How the last comparison of registry and engine went, and what it found.

create table comparison (
  id          boolean     primary key default true check (id),
  begun_at    timestamptz not null,
  wanted      boolean     not null default false,
  compared_at timestamptz,
  whole       boolean,
  soon        boolean,
  counts      jsonb
);
comment on column comparison.begun_at is 'who writes it compares, so that of several copies one does';
comment on column comparison.wanted is 'somebody asked for another one, before it is due';
comment on column comparison.soon is 'something was too new to be told from what is just being done: to be compared again soon';

create table difference (
  id                   text        primary key,
  kind                 text        not null,
  cause                text        not null,
  case_id              uuid,
  number               text,
  process_instance_key bigint,
  unit_code            text,
  since                timestamptz
);
comment on table difference is 'what the last comparison found; bounded, comparison.counts has all';

create index case_file_open on case_file (received_at, id) where closed_at is null;
create index whistle_open on whistle (blown_at, id) where ended_at is null;
create index supervision_running on supervision (raised_at, id) where recorded_at is null;
