-- What somebody did to a case, a task or a process beside his own work, and what came of it.

create function console.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;

create table action (
  id           bigint generated always as identity primary key,
  at           timestamptz not null,
  who          text        not null check (who <> ''),
  what         text        not null check (what <> ''),
  case_number  text,
  instance_key bigint,
  target       text        not null,
  reason       text        not null check (reason <> ''),
  done         boolean     not null,
  answer       text        not null
);
create index action_who on action (who, id);
create index action_case on action (case_number, id);
create index action_at on action (at);
comment on column action.target is 'the task, incident or person that it was about; empty where the case says it all';
comment on column action.answer is 'the words of who refused it; empty where it was done';

create trigger action_append_only before update or delete on action
  for each row execute function console.refuse_change();
create trigger action_no_truncate before truncate on action
  for each statement execute function console.refuse_change();
