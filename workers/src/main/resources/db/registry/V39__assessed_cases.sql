-- Each version of a month keeps which cases it counted, for whom and how: what people open of a number is then found by
-- an index, and stays what it was.

create table assessment_case (
  assessment_id    uuid        not null references assessment on delete cascade,
  case_id          uuid        not null,
  of_answers       boolean     not null,
  unit_code        text        not null,
  district_code    text,
  category_code    text,
  at               timestamptz not null,
  callback_id      uuid,
  answered         boolean,
  contacted        boolean,
  settled          text,
  satisfied        text,
  settled_at_first boolean,
  left_out         text,
  counts           boolean,
  check (of_answers = (answered is not null)),
  check (of_answers = (counts is not null))
);
comment on column assessment_case.of_answers is 'one row a case that was called back; false: one row a case that was dispatched';
comment on column assessment_case.left_out is 'why its answer doesn''t count; null where it does, or where there is none';
comment on column assessment_case.counts is 'whether its answer is among the valid ones';

insert into assessment_case
with base as (
  select a.id as assessment_id, p.content ->> 'countedAnswer' is distinct from 'FIRST' as last_counts, f.*, l.reason as left_out,
    f.answered and l.case_id is null as counts
  from assessment a join assessment_policy p on p.id = a.policy_id and p.digest = a.policy_digest
    join callback_fact f on f.recorded_at >= a.counts_from and f.recorded_at < a.counts_until
    left join assessment_left_out l on l.assessment_id = a.id and l.case_id = f.case_id
)
select distinct on (assessment_id, case_id) assessment_id, case_id, true, unit_code, district_code, category_code, recorded_at,
  callback_id, answered, contacted, settled, satisfied, settled_at_first, left_out, counts
from base
order by assessment_id, case_id, counts desc, answered desc, case when last_counts then recorded_at end desc nulls last, recorded_at, callback_id;

insert into assessment_case (assessment_id, case_id, of_answers, unit_code, district_code, category_code, at)
select distinct on (a.id, d.case_id) a.id, d.case_id, false, d.unit_code, u.district_code, d.category_code, d.dispatched_at
from assessment a join case_dispatch d on d.dispatched_at >= a.counts_from and d.dispatched_at < a.counts_until
  left join unit_district u on u.code = d.unit_code
order by a.id, d.case_id, d.dispatched_at desc, d.element_instance_key desc;

create index assessment_case_unit on assessment_case (assessment_id, of_answers, unit_code, case_id);
create index assessment_case_district on assessment_case (assessment_id, of_answers, district_code, case_id);
create index assessment_case_category on assessment_case (assessment_id, of_answers, category_code, case_id);

drop table assessment_left_out;

-- What is asked of several months adds these columns up.
alter table assessment_cell
  add column input numeric,
  add column dispatched bigint not null default 0,
  add column unanswered bigint not null default 0,
  add column excluded bigint not null default 0,
  add column valid bigint not null default 0,
  add column contacted bigint not null default 0,
  add column settled bigint not null default 0,
  add column partly bigint not null default 0,
  add column satisfied bigint not null default 0,
  add column basically bigint not null default 0,
  add column settled_at_first bigint not null default 0,
  add column contacted_settled bigint not null default 0,
  add column contacted_satisfied bigint not null default 0,
  add column contacted_basically bigint not null default 0,
  add column settled_satisfied bigint not null default 0,
  add column settled_basically bigint not null default 0;
update assessment_cell set
  dispatched = (counts ->> 'dispatched')::bigint,
  unanswered = (counts ->> 'unanswered')::bigint,
  excluded = (counts ->> 'excluded')::bigint,
  valid = (counts ->> 'valid')::bigint,
  contacted = (counts ->> 'contacted')::bigint,
  settled = (counts ->> 'settled')::bigint,
  partly = (counts ->> 'partly')::bigint,
  satisfied = (counts ->> 'satisfied')::bigint,
  basically = (counts ->> 'basically')::bigint,
  settled_at_first = (counts ->> 'settledAtFirst')::bigint,
  contacted_settled = (counts ->> 'contactedSettled')::bigint,
  contacted_satisfied = (counts ->> 'contactedSatisfied')::bigint,
  contacted_basically = (counts ->> 'contactedBasically')::bigint,
  settled_satisfied = (counts ->> 'settledSatisfied')::bigint,
  settled_basically = (counts ->> 'settledBasically')::bigint;
alter table assessment_cell drop column counts;
comment on column assessment_cell.input is 'changes with any answer, owner or exclusion that was counted; null where only dispatches were';
