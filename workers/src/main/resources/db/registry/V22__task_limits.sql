-- Until when people do their tasks, who is reminded, who hears of what nobody did, and what was said of it already.

create table task_limit (
  process       text    not null,
  element       text    not null,
  valid_from    date    not null,
  within        text,
  case_limit    text    check (case_limit in ('signBy', 'contactBy', 'settleBy')),
  remind_share  numeric check (remind_share > 0 and remind_share < 1),
  again_every   text    not null,
  escalated_by  text,
  escalate_to   text    not null check (escalate_to in ('district', 'supervisor', 'supervisor-lead')),
  source        text    not null,
  primary key (process, element, valid_from)
);
comment on column task_limit.within is 'from the task''s beginning; null where the model gives the due date';
comment on column task_limit.case_limit is 'the case''s limit that the task is due at, which may move while it is open; with within, the latest';
comment on column task_limit.remind_share is 'share of the task''s time after which it is reminded of; null where the model reminds';
comment on column task_limit.escalated_by is 'the model''s event that escalates at the due date; null where the watch does';

create table task_notice (
  process_instance_key bigint      not null,
  task_key             bigint      not null,
  step                 text        not null,
  subject              uuid        not null,
  said_at              timestamptz not null,
  primary key (process_instance_key, task_key, step, subject)
);
comment on table task_notice is 'reminders and escalations of a task, so that each is given once';

alter table supervision add column task text;
comment on column supervision.task is 'the element of the task that nobody did; null where another cause is watched';
drop index supervision_open;
create unique index supervision_open on supervision
  (coalesce(case_id, whistle_id), cause, coalesce(unit_code, ''), coalesce(task, '')) where recorded_at is null;
