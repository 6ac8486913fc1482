-- Each case of a period once, with the answer that counts. All figures and all lists behind them stand on this.
with base as (
  select f.* from registry.callback_fact f
  where f.recorded_at >= :from and f.recorded_at < :until /*only*/
), valid as (
  select b.*, x.reason as left_out, b.answered and x.case_id is null as counts
  from base b left join registry.assessment_left_out x on x.assessment_id = :assessment and x.case_id = b.case_id
), counted as (
  select distinct on (case_id) * from valid
  order by case_id, counts desc, answered desc,
    case when :last then recorded_at end desc nulls last, recorded_at, callback_id
)
