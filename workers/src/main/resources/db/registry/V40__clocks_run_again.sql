-- A suspension knows by itself how its clocks run on, and ends with whatever ends it.

alter table suspension
  add column basis         text             not null default 'calendar',
  add column warn_share    double precision not null default 0.8,
  add column rest_at_least text             not null default 'P1D',
  add column rest_basis    text             not null default 'calendar';
comment on column suspension.basis is 'which days count for the rests: calendar or working';
comment on column suspension.rest_at_least is
  'ISO 8601 duration of rest_basis: what the owner has at least when the clocks run again';

update suspension s set resumed_at = coalesce(f.closed_at, now()) from case_file f
where f.id = s.case_id and s.resumed_at is null and f.status <> 'suspended';

create unique index suspension_open on suspension (case_id) where resumed_at is null;

-- Looked at as the last thing of a transaction: a case is suspended as long as it has an open suspension.
create function clocks_stand_as_said() returns trigger language plpgsql as $$
declare
  subject   uuid := case tg_table_name when 'suspension' then (to_jsonb(new) ->> 'case_id')::uuid
                                       else (to_jsonb(new) ->> 'id')::uuid end;
  suspended boolean;
  stopped   boolean;
begin
  select status = 'suspended' into suspended from registry.case_file where id = subject;
  select exists (select from registry.suspension where case_id = subject and resumed_at is null) into stopped;
  if suspended <> stopped then
    raise exception 'case % is % and its clocks %', subject,
      case when suspended then 'suspended' else 'not suspended' end,
      case when stopped then 'stand still' else 'run' end
      using errcode = 'check_violation', constraint = 'clocks_stand_as_said';
  end if;
  return null;
end $$;

create constraint trigger clocks_stand_as_said after insert or update on suspension
  deferrable initially deferred for each row execute function clocks_stand_as_said();
create constraint trigger clocks_stand_as_said after update of status on case_file
  deferrable initially deferred for each row
  when (old.status is distinct from new.status)
  execute function clocks_stand_as_said();

-- After a change of limits the watch is asked to look at the tasks.
alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check check (kind in
  ('startProcess', 'publishMessage', 'cancelProcess', 'setVariables', 'retryProcess', 'lookAtTasks'));
