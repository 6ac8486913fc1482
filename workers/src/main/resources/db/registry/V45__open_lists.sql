-- Lists of open cases go along those alone, however many are closed: all of them by when they came, a unit's by their limits.
create index case_file_open_listing on case_file (received_at, id) where status not in ('answered', 'withdrawn', 'closed');
create index case_file_open_owner on case_file (owner_code, received_at, id) where status not in ('answered', 'withdrawn', 'closed');
-- What a unit closed in a month.
create index case_file_owner_closed on case_file (owner_code, closed_at) where closed_at is not null;
