-- Summonses by who was summoned, of whistles that ended in the period: who came, in time, stayed away, was released before it had to come, of which rank, did what, stayed.
with ended as (
  select s.*, s.score ->> 'stayed' as stayed_mark
  from registry.whistle w join registry.summons s on s.whistle_id = w.id
  where w.ended_at >= :from and w.ended_at < :until and w.approved is distinct from false
)
select unit_code, count(*) as summoned,
  count(*) filter (where arrived_at is not null) as arrived,
  count(*) filter (where arrived_at <= arrive_by) as in_time,
  count(*) filter (where absent) as absent,
  count(*) filter (where arrived_at is null and absent is not true) as not_come,
  count(*) filter (where arrival ->> 'rank' = 'leader') as leaders,
  count(*) filter (where arrival ->> 'rank' = 'division') as heads,
  count(*) filter (where arrival ->> 'rank' = 'staff') as staff,
  count(*) filter (where result = 'done') as done,
  count(*) filter (where stayed_mark is not null) as judged,
  count(*) filter (where stayed_mark::numeric >= :stayedFrom) as stayed
from ended group by 1
