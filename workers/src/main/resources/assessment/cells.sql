-- The counts of each unit's cases of each category; the input changes with any answer, owner or exclusion that was counted.
select unit_code, district_code, category_code, %s,
  sum(hashtextextended(concat_ws('/', callback_id, answered, contacted, settled, satisfied, settled_at_first, left_out), 0)::numeric)
    filter (where of_answers)::text as input
from registry.assessment_case where assessment_id = :assessment
group by 1, 2, 3 order by 1, 2, 3
