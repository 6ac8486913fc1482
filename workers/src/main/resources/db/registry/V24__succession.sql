-- Who takes over from a unit that is abolished, which cases were passed on, and what residents were promised.

alter table unit add column successor_code text;
comment on column unit.successor_code is 'who takes over its open cases and tasks when it ends; null where nobody does, so that a dispatcher decides';

alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check check (kind in
  ('startProcess', 'publishMessage', 'cancelProcess', 'setVariables'));

alter table case_file
  add column promised_by      timestamptz,
  add column promise_moved_at timestamptz;
comment on column case_file.promised_by is 'until when the resident may expect an answer, as he was last told; limits are the owner''s';
update case_file set promised_by = settle_by;

create table case_succession (
  case_id   uuid        not null references case_file,
  from_unit text        not null,
  to_unit   text,
  at        timestamptz not null,
  primary key (case_id, from_unit)
);
create index case_succession_unit on case_succession (from_unit, at, case_id);
comment on table case_succession is 'open cases whose owner was abolished; to_unit null where a dispatcher decides';
