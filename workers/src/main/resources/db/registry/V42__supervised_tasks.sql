-- Tasks for which a supervision is open: nobody has to look into them once all have ended.
alter table registry.supervision
  add column task_keys bigint[] not null default '{}';
create index supervision_task_keys on registry.supervision using gin (task_keys) where recorded_at is null;
