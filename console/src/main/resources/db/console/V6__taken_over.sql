-- A task that a colleague took over from somebody, until that one has read it.

create table taken_over (
  person_id   text        not null references person,
  task_key    bigint      not null,
  by_person   text        not null references person,
  step        text        not null,
  step_name   text        not null,
  case_number text,
  reason      text        not null check (reason <> ''),
  at          timestamptz not null,
  primary key (person_id, task_key)
);
create index taken_over_at on taken_over (at);
comment on column taken_over.person_id is 'who had it';
