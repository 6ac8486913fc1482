-- Each case of a period once, with the answer that counts. All figures and all lists behind them stand on these rows.
-- What a patrol found is nobody's complaint.
insert into %1$s (assessment_id, case_id, of_answers, unit_code, district_code, category_code, at,
  callback_id, answered, contacted, settled, satisfied, settled_at_first, left_out, counts)
with base as (
  select f.*, case when f.answered then x.reason end as left_out, f.answered and x.case_id is null as counts
  from registry.callback_fact f left join registry.case_exclusion x on x.case_id = f.case_id
  where f.recorded_at >= :from and f.recorded_at < :until and x.reason is distinct from 'patrol'
), counted as (
  select distinct on (case_id) * from base
  order by case_id, counts desc, answered desc,
    case when :last then recorded_at end desc nulls last, recorded_at, callback_id
)
select :assessment, case_id, true, unit_code, district_code, category_code, recorded_at, callback_id, answered, contacted,
  settled, satisfied, settled_at_first, left_out, counts
from counted
