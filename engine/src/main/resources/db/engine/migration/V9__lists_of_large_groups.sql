-- A group may have tens of thousands of open tasks: those that it alone may do are kept by limit, and those without one by age,
-- so that the first fifty are found without the others. A list of names is found by its digest, for it may be longer than an
-- ordered index takes. Tasks of several groups are few.
create index user_task_open_group_due on user_task (md5(candidate_groups::text), due_date, key) where state = 'CREATED';
create index user_task_open_group_age on user_task (md5(candidate_groups::text), created_at, key)
  where state = 'CREATED' and due_date is null;
create index user_task_open_shared on user_task using gin (candidate_groups)
  where state = 'CREATED' and jsonb_array_length(candidate_groups) > 1;
drop index user_task_open_groups;
