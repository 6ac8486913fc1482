-- What somebody has begun to fill in for a task. May hold words for a resident, so it is sealed.

create table draft (
  person_id text        not null references person,
  task_key  bigint      not null,
  sealed    bytea       not null,
  saved_at  timestamptz not null,
  primary key (person_id, task_key)
);
create index draft_saved on draft (saved_at);
