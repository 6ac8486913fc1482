-- Summonses by who was summoned, of whistles that ended in the period: who came, in time, stayed away, was released before it had to come, of which rank, did what, stayed.
select s.unit_code,
  %1$s
from registry.whistle w join registry.summons s on s.whistle_id = w.id
where w.ended_at >= :from and w.ended_at < :until and w.approved is distinct from false
group by 1
