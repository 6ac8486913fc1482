-- The cases that each unit was given in a period, by category; a case that it was given twice once.
select d.unit_code, u.district_code, d.category_code, count(distinct d.case_id) as dispatched
from registry.case_dispatch d left join registry.unit_district u on u.code = d.unit_code
where d.dispatched_at >= :from and d.dispatched_at < :until
group by 1, 2, 3
