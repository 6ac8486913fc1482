-- Lists of work ask for the open tasks of some groups or of a person, earliest limit first. Open tasks are few beside all that
-- were; the names in a list of groups are hashed where they are long, so that no name is too long for the index.
create index user_task_open_groups on user_task using gin (candidate_groups) where state = 'CREATED';
create index user_task_open_due on user_task (due_date, key) where state = 'CREATED';
-- A name may be longer than an ordered index takes.
create index user_task_open_assignee on user_task using hash (assignee) where state = 'CREATED';
