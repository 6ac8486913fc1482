-- Each case that was dispatched in a period once, with the unit that got it last. What a patrol found is nobody's complaint.
insert into %1$s (assessment_id, case_id, of_answers, unit_code, district_code, category_code, at)
select distinct on (d.case_id) :assessment::uuid, d.case_id, false, d.unit_code, u.district_code, d.category_code, d.dispatched_at
from registry.case_dispatch d left join registry.unit_district u on u.code = d.unit_code
where d.dispatched_at >= :from and d.dispatched_at < :until
  and not exists (select from registry.case_exclusion x where x.case_id = d.case_id and x.reason = 'patrol')
order by d.case_id, d.dispatched_at desc, d.element_instance_key desc
