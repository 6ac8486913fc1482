-- Open cases whose processes can't go on are found by these.
create index case_file_open_process on case_file (process_instance_key) where status not in ('answered', 'withdrawn', 'closed');
