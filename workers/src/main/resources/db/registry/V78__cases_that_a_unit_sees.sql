-- A unit's list is put together of the first cases of each reason for which it sees them: those that its system opened,
-- and those that follow one of its own.
create index case_file_open_client on case_file (client_id, received_at, id) where status not in ('answered', 'withdrawn', 'closed');
create index case_merge_running on case_merge (leader_id, case_id) where ended_at is null;
