-- A month's assessment is supervised like a case, where nobody does what it waits for.

alter table supervision add column assessment_id uuid;
comment on column supervision.assessment_id is 'the month''s assessment that it is about; null for a case or whistle';
drop index supervision_open;
create unique index supervision_open on supervision
  (coalesce(case_id, whistle_id, assessment_id), cause, coalesce(unit_code, ''), coalesce(task, ''))
  where recorded_at is null;
