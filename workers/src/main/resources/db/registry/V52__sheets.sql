-- Files of the organisation as people bring them: looked at first, imported when they say so, each whole or not at all.

create table sheet_run (
  id          uuid        primary key,
  kind        text        not null,
  who         text        not null,
  content     bytea       not null,
  apply       boolean     not null,
  state       text        not null check (state in ('waiting', 'wrong', 'checked', 'imported', 'failed')),
  result      jsonb,
  brought_at  timestamptz not null,
  ended_at    timestamptz
);
create index sheet_run_waiting on sheet_run (brought_at) where state = 'waiting';
create index sheet_run_time on sheet_run (brought_at, id);
comment on column sheet_run.content is 'the file as it came; empty once it was imported';

create table sheet_progress (
  run_id uuid    primary key references sheet_run on delete cascade,
  done   integer not null,
  total  integer not null
);
comment on table sheet_progress is 'apart from its run, whose row is locked by whoever works on it';
