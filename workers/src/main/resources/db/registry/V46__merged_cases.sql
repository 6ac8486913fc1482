-- One matter, many callers: cases that follow another, and by which rules.

alter table case_file drop constraint case_file_status_check;
alter table case_file add constraint case_file_status_check check (status in
  ('received', 'registered', 'answered', 'dispatched', 'suspended', 'merged', 'withdrawn', 'closed'));

create table case_merge (
  id        bigint      generated always as identity primary key,
  case_id   uuid        not null references case_file,
  leader_id uuid        not null references case_file,
  merged_at timestamptz not null,
  merged_by text        not null,
  ended_at  timestamptz,
  ended_how text        check (ended_how in ('over', 'answered', 'parted', 'leads', 'moved', 'withdrawn')),
  check (case_id <> leader_id),
  check ((ended_at is null) = (ended_how is null))
);
create unique index case_merge_follows on case_merge (case_id) where ended_at is null;
create index case_merge_of_case on case_merge (case_id, id);
create index case_merge_of_leader on case_merge (leader_id, merged_at);
comment on table case_merge is
  'Which case follows which; at most one at a time, and a leading case follows none. Rows stay when they end';
comment on column case_merge.ended_how is
  'over: the matter was handled; answered: its leading case was answered without a dispatch; parted: by people; leads: it took over from a withdrawn leading case; moved: it follows another; withdrawn: by its resident';

create table matter_policy (
  valid_from date  primary key,
  content    jsonb not null
);
comment on table matter_policy is 'How matters of several callers are found and counted, from a day on; from data/matters.json';
