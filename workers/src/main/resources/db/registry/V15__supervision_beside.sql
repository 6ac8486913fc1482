-- A supervision has its row from when it is raised, so that a second of the same cause is counted up instead of opened.

alter table supervision
  alter column level drop not null,
  alter column recorded_at drop not null,
  add column raised_at timestamptz,
  add column count integer not null default 1,
  add column matter_ended boolean not null default false;
update supervision set raised_at = recorded_at;
alter table supervision alter column raised_at set not null;
create unique index supervision_open on supervision
  (coalesce(case_id, whistle_id), cause, coalesce(unit_code, '')) where recorded_at is null;
create index supervision_unit on supervision (unit_code, raised_at) where cause = 'absence';
