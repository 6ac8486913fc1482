-- A list of tasks asks of each what one variable of its instance says, so that one is found without the others; by a hash of its
-- name, for a name may be longer than an ordered index takes. What asks for all of an instance's goes by the same index.
create index variable_of_instance on variable (process_instance_key, hashtext(name));
drop index variable_process_instance_key_idx;
-- The running instances of a process, oldest first, are found without all that ended before them.
create index process_instance_running on process_instance (process_definition_key, started_at, key) where state = 'ACTIVE';
-- Each look at what is due asks for the few open tasks whose time has come.
create index user_task_open_follow_up on user_task (follow_up_date, key) where state = 'CREATED';
