-- What a version keeps, counted again: its cells from the rows of its cases, and the facts of its time from the callbacks.
with again as (
  select unit_code, district_code, category_code, %2$s
  from registry.assessment_case where assessment_id = :assessment group by 1, 2, 3
), kept as (
  select unit_code, district_code, category_code, %1$s from registry.assessment_cell where assessment_id = :assessment
), cells as (
  select count(*) as cells from kept
), apart as (
  select count(distinct (unit_code, district_code, category_code)) as apart from (
    (select * from kept except select * from again) union all (select * from again except select * from kept)) d
), told as (
  select f.callback_id as fact,
    f.callback_id is not null and (f.answered, f.contacted, f.settled, f.satisfied)
      is distinct from (b.answered, b.answered and coalesce(b.contacted, false), coalesce(b.settled, 'not'), coalesce(b.satisfied, 'not')) as differs
  from registry.callback b left join registry.callback_fact f on f.callback_id = b.id
  where b.recorded_at >= :from and b.recorded_at < :until and b.answered is not null
    and exists (select from registry.case_dispatch d where d.case_id = b.case_id and d.dispatched_at <= b.recorded_at)
)
select (select cells from cells) as cells, (select apart from apart) as cells_apart, count(*) as callbacks,
  count(*) filter (where fact is null) as without_fact, count(*) filter (where differs) as facts_apart
from told
