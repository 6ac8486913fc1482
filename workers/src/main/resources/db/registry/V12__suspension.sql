-- Cases that cannot be settled for now: their clocks stand still and run on with the rest that was kept.

alter table case_file drop constraint case_file_status_check;
alter table case_file add constraint case_file_status_check check (status in
  ('received', 'registered', 'answered', 'dispatched', 'suspended', 'withdrawn', 'closed'));

create table suspension (
  id           uuid        primary key,
  case_id      uuid        not null references case_file,
  cause        text        not null,
  reason       text        not null,
  suspended_at timestamptz not null,
  settle_rest  bigint      not null check (settle_rest >= 0),
  warn_rest    bigint      not null check (warn_rest >= 0),
  until        timestamptz not null,
  resumed_at   timestamptz
);
create index suspension_case on suspension (case_id, suspended_at);
comment on column suspension.settle_rest is
  'milliseconds of counted time that were left to settle the case; 0 where the limit had passed, likewise warn_rest';

create table suspension_review (
  id            uuid        primary key,
  suspension_id uuid        not null references suspension,
  outcome       text        not null check (outcome in ('goesOn', 'longestReached', 'ends')),
  note          text,
  reviewed_at   timestamptz not null,
  review_by     timestamptz not null
);
create index suspension_review_suspension on suspension_review (suspension_id, reviewed_at);
