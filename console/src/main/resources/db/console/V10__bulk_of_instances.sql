-- One action on many process instances: where they stand when they are chosen, and what they are to become.

alter table bulk drop constraint bulk_action_check;
alter table bulk add constraint bulk_action_check
  check (action in ('urge', 'reassign', 'retry', 'move', 'migrate'));

alter table bulk
  add process_id text,
  add version    int,
  add element    text,
  add steps      jsonb not null default '{}',
  add preview    jsonb not null default '[]',
  add seal       uuid,
  add constraint bulk_of_instances check (
    action in ('move', 'migrate') and process_id is not null and version is not null and element is not null
    or action not in ('move', 'migrate') and process_id is null and version is null and element is null and seal is null);
comment on column bulk.given_to is 'to whom tasks are given; the step or the version to which instances go';
comment on column bulk.element is 'at which the instances stood when they were chosen';
comment on column bulk.steps is 'what steps become that the other version doesn''t have so; empty for what is still to be chosen';
comment on column bulk.preview is 'what it was said to do, each sentence with the number of instances that it is true of';
comment on column bulk.seal is 'of what was shown: another choice has another';

alter table bulk_item add instance_key bigint;
comment on column bulk_item.target_key is 'the task, incident or element instance; null where the case itself is acted on';
comment on column bulk_item.detail is 'the task''s groups, the incident''s kind, or the seal of a migration''s plan';
