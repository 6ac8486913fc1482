-- Whoever follows all that is new reads the open tasks in the order in which they came, from where he stopped.
create index user_task_open_age on user_task (created_at, key) where state = 'CREATED';
