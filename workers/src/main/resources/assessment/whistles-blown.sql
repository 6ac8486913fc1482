-- Whistles by who blew them: those blown in the period by kind, and of those that ended in it how many the district called justified.
with touched as (
  select w.*, %2$s as blown_then from registry.whistle w
  where w.blown_at >= :from and w.blown_at < :until or w.ended_at >= :from and w.ended_at < :until
), kinds as (
  select street_code, jsonb_object_agg(kind, n) as kinds
  from (select street_code, kind, count(*) as n from touched where blown_then group by 1, 2) each
  group by 1
), counted as (
  select w.street_code as unit_code,
  %1$s
  from touched w group by 1
)
select c.*, coalesce(k.kinds, '{}') as kinds from counted c left join kinds k on k.street_code = c.unit_code
where c.blown + c.judged > 0
