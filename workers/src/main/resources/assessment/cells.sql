-- The counts of each unit's cases of each category.
with made as (
  insert into registry.assessment_cell (assessment_id, unit_code, district_code, category_code, input, %1$s)
  select assessment_id, unit_code, district_code, category_code,
    sum(hashtextextended(concat_ws('/', callback_id, answered, contacted, settled, satisfied, settled_at_first, left_out), 0)::numeric)
      filter (where of_answers), %2$s
  from %3$s
  group by 1, 2, 3, 4 returning *
)
select * from made order by unit_code, district_code, category_code
