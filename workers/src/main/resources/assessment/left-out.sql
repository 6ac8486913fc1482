-- The cases of a period whose valid answers don't count.
insert into registry.assessment_left_out (assessment_id, case_id, reason)
select distinct :assessment::uuid, x.case_id, x.reason
from registry.callback_fact f join registry.case_exclusion x on x.case_id = f.case_id
where f.recorded_at >= :from and f.recorded_at < :until and f.answered
