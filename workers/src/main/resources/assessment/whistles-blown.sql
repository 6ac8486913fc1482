-- Whistles by who blew them: those blown in the period by kind, and of those that ended in it how many the district called justified.
with blown as (
  select street_code, kind, count(*) as n from registry.whistle
  where blown_at >= :from and blown_at < :until group by 1, 2
), judged as (
  select street_code, count(*) as judged,
    count(*) filter (where (score ->> 'justified')::numeric >= :justifiedFrom) as justified
  from registry.whistle
  where ended_at >= :from and ended_at < :until and score ->> 'justified' is not null group by 1
)
select coalesce(b.street_code, j.street_code) as unit_code, coalesce(sum(b.n), 0)::bigint as blown,
  coalesce(jsonb_object_agg(b.kind, b.n) filter (where b.kind is not null), '{}') as kinds,
  coalesce(max(j.judged), 0) as judged, coalesce(max(j.justified), 0) as justified
from blown b full join judged j on j.street_code = b.street_code
group by 1
