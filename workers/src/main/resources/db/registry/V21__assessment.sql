-- The monthly assessment: facts, written once when they happen; what policy may change; each month's figures as they were
-- computed, published and recounted; and what units ask to have left out.

create view unit_district as
  select u.code,
    case when u.kind = 'district' then u.code when p.kind = 'district' then p.code end as district_code
  from unit u left join unit p on p.code = u.parent_code and p.valid_to is null
  where u.valid_to is null;

create table callback_fact (
  callback_id      uuid        primary key references callback,
  case_id          uuid        not null references case_file,
  recorded_at      timestamptz not null,
  unit_code        text        not null,
  district_code    text,
  category_code    text,
  answered         boolean     not null,
  contacted        boolean     not null,
  settled          text        not null check (settled in ('settled', 'partly', 'not')),
  satisfied        text        not null check (satisfied in ('satisfied', 'basically', 'not')),
  settled_at_first boolean     not null
);
create index callback_fact_time on callback_fact (recorded_at);
create index callback_fact_unit on callback_fact (unit_code, recorded_at);
create index callback_fact_district on callback_fact (district_code, recorded_at);
create index callback_fact_case on callback_fact (case_id);
comment on table callback_fact is 'one row a callback that was recorded, with whose the case was just then; never changed';
comment on column callback_fact.settled_at_first is 'whether the first valid answer that the case ever got said settled';

insert into callback_fact
select b.id, b.case_id, b.recorded_at, d.unit_code, u.district_code, f.category_code, b.answered,
  coalesce(b.contacted, false), coalesce(b.settled, 'not'), coalesce(b.satisfied, 'not'),
  coalesce(first_value(b.settled) over (partition by b.case_id order by not b.answered, b.recorded_at), 'not') = 'settled'
from callback b join case_file f on f.id = b.case_id
  join lateral (select unit_code from case_dispatch d where d.case_id = b.case_id and d.dispatched_at <= b.recorded_at
    order by d.dispatched_at desc limit 1) d on true
  left join unit_district u on u.code = d.unit_code
where b.recorded_at is not null and b.answered is not null;

create table case_exclusion (
  case_id uuid        primary key references case_file,
  reason  text        not null,
  by_rule boolean     not null,
  since   timestamptz not null
);
comment on table case_exclusion is 'cases whose answers don''t count; by_rule: by decision table when archived, else by people who were asked';
insert into case_exclusion
select id, coalesce(inclusion_reason, 'unknown'), true, closed_at from case_file where included = false and closed_at is not null;

alter table case_dispatch add column category_code text;
update case_dispatch d set category_code = f.category_code from case_file f where f.id = d.case_id;
create index case_dispatch_time on case_dispatch (dispatched_at);
create index case_dispatch_unit on case_dispatch (unit_code, dispatched_at);
create index whistle_blown on whistle (blown_at);
create index whistle_ended on whistle (ended_at);

create table assessment_policy (
  id         text    not null,
  digest     text    not null,
  valid_from date    not null,
  content    jsonb   not null,
  current    boolean not null,
  primary key (id, digest)
);
create unique index assessment_policy_current on assessment_policy (id) where current;
comment on table assessment_policy is 'a set that made figures stays as it was then, also where its file was changed since';

create table assessment_run (
  id                   uuid        primary key,
  month                date        not null unique check (extract(day from month) = 1),
  process_instance_key bigint      not null,
  begun_at             timestamptz not null,
  appeal_until         timestamptz,
  final_at             timestamptz
);
comment on table assessment_run is 'a month''s assessment from its beginning to its end; its id is the subject of its timeline';

create table assessment (
  id            uuid        primary key,
  run_id        uuid        not null references assessment_run,
  version       integer     not null check (version >= 1),
  state         text        not null check (state in ('provisional', 'published', 'final', 'recounted')),
  policy_id     text        not null,
  policy_digest text        not null,
  code_version  text        not null,
  counts_from   timestamptz not null,
  counts_until  timestamptz not null,
  input_digest  text,
  reason        text        not null,
  computed_at   timestamptz not null,
  published_at  timestamptz,
  final_at      timestamptz,
  unique (run_id, version),
  foreign key (policy_id, policy_digest) references assessment_policy (id, digest)
);
create unique index assessment_valid on assessment (run_id) where state in ('published', 'final');
comment on column assessment.state is 'recounted: was published, and a later version took its place; nothing of it is changed';
comment on column assessment.counts_until is 'the first moment that is not counted: the month''s end, or when it was computed if that is earlier';

create table assessment_checker (
  run_id uuid not null references assessment_run,
  who    text not null,
  primary key (run_id, who)
);

create table assessment_left_out (
  assessment_id uuid not null references assessment on delete cascade,
  case_id       uuid not null references case_file,
  reason        text not null,
  primary key (assessment_id, case_id)
);
comment on table assessment_left_out is 'the exclusions as this version counted them, so that its figures always open to the same cases';

create table assessment_cell (
  assessment_id uuid   not null references assessment on delete cascade,
  unit_code     text   not null,
  district_code text,
  category_code text,
  counts        jsonb  not null,
  unique nulls not distinct (assessment_id, unit_code, district_code, category_code)
);

create table assessment_row (
  assessment_id uuid     not null references assessment on delete cascade,
  group_code    text     not null,
  position      integer  not null,
  unit_code     text     not null,
  figures       jsonb    not null,
  primary key (assessment_id, group_code, unit_code)
);

create table assessment_group (
  assessment_id uuid  not null references assessment on delete cascade,
  group_code    text  not null,
  figures       jsonb not null,
  primary key (assessment_id, group_code)
);

create table assessment_whistle (
  assessment_id uuid  not null references assessment on delete cascade,
  role          text  not null check (role in ('blower', 'summoned')),
  unit_code     text  not null,
  figures       jsonb not null,
  primary key (assessment_id, role, unit_code)
);

create table assessment_request (
  id             uuid        primary key,
  kind           text        not null check (kind in ('exclusion', 'appeal')),
  case_id        uuid        not null references case_file,
  unit_code      text        not null,
  month          date        not null,
  ground         text        not null,
  evidence       text        not null,
  asked_at       timestamptz not null,
  client_id      text        not null,
  external_id    text,
  request_digest bytea       not null,
  state          text        not null check (state in ('asked', 'granted', 'refused', 'refusedByRule')),
  reason         text,
  decided_by     text,
  decided_at     timestamptz,
  unique (kind, client_id, external_id),
  check ((state = 'asked') = (decided_at is null))
);
create index assessment_request_month on assessment_request (month, kind, unit_code);
create index assessment_request_case on assessment_request (case_id);
create unique index assessment_request_open on assessment_request (kind, case_id) where state = 'asked';
