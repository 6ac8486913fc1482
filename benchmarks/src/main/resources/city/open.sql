-- Open cases :low to :high of the plan: who has each, since when, and what stands in it.

insert into city.open (n, stage, key_shift, number, received_at, category_code, category_name, level, street_code, street_name,
  district_code, district_name, owner_code, owner_name, owner_kind, called_code, called_name, called_kind, soon)
select n, stage, n * :stride::bigint,
  to_char(received_at at time zone 'Asia/Shanghai', 'YYYYMMDD') || '-' || lpad(n::text, 7, '0'), received_at,
  c.code, c.name, c.level, s.code, s.name, s.district_code, d.name, u.code, u.name, u.kind, a.code, a.name, a.kind, city.chance(n, 22) * interval '20 days'
from (
    select n, p.stage, now() - city.chance(n, 21) * p.oldest as received_at
    from generate_series(:low::bigint, :high::bigint) n
      join city.plan p on city.chance(n, 20) >= p.from_share and city.chance(n, 20) < p.to_share
  ) begun
  join city.category_slot c on c.slot = (hashint8extended(n, 11) & 1073741823) % 10000
  join city.street_slot s on s.slot = (hashint8extended(n, 12) & 1073741823) % 10000
  join city.called a on a.slot = (hashint8extended(n, 23) & 1073741823) % a.slots
  join registry.unit d on d.code = s.district_code and d.valid_to is null
  join registry.unit u on u.valid_to is null
    and u.code = case when c.unit_kind in ('department', 'enterprise') then coalesce(c.unit_code, s.code) else s.code end;
