-- Closed cases :low to :high, each with its dispatch, its callback or two, and what is counted of them.

create temporary table made on commit drop as
select n, md5('case' || n)::uuid as id, c.code as category_code, c.name as category_name, c.level, s.district_code,
  s.code as street_code, s.name as street_name,
  coalesce(case when c.unit_kind in ('department', 'enterprise') then c.unit_code end,
    case when c.unit_kind = 'district' then s.district_code end, s.code) as owner_code,
  received_at,
  case c.level when '2h' then interval '2 hours' when '24h' then interval '1 day' when '7d' then interval '7 days'
    else interval '15 days' end as term,
  city.chance(n, 5) < 0.05 as twice, city.chance(n, 6) < 0.93 as answered
from (select n, city.moment(n, :cases, :first, :days) as received_at from generate_series(:low::bigint, :high::bigint) n) called
  join city.category_slot f on f.slot = (hashint8extended(n, 11) & 1073741823) % 10000
  -- of heating people complain from November to March; in other months they call about something else
  join city.category_slot c on c.slot = case when starts_with(f.code, '0104') and extract(month from received_at) between 4 and 10
    then (f.slot + 5000) % 10000 else f.slot end
  join city.street_slot s on s.slot = (hashint8extended(n, 12) & 1073741823) % 10000;

create temporary table answered on commit drop as
select m.*, u.kind as owner_kind, u.name as owner_name, v.district_code as owner_district,
  -- each unit has its own level, about 97.2 % with a spread of 1.2 points
  city.chance(n, 7) < 0.972 + 0.024 * (city.chance(hashtextextended(m.owner_code, 3), 8) - 0.5) as is_settled,
  city.chance(n, 9) < 0.985 as is_contacted, city.chance(n, 10) as mood
from made m join registry.unit u on u.code = m.owner_code and u.valid_to is null
  left join registry.unit_district v on v.code = m.owner_code;

insert into registry.case_file (id, number, client_id, external_id, request_digest, tracking_digest, kind, channel, category_code,
  category_name, level, district_code, street_code, title, confidential, signals, received_at, process_instance_key, status, route,
  owner_code, owner_name, owner_kind, round, sign_by, contact_by, warn_at, settle_by, answered, contacted, settled, satisfied,
  included, closed_at)
select id, 'C' || to_char(received_at at time zone 'Asia/Shanghai', 'YYYYMMDD') || '-' || lpad(n::text, 8, '0'), 'demo-hotline', 'city-' || n, decode(md5('request' || n), 'hex'),
  decode(md5('tracking' || n), 'hex'), case when mood < 0.6 then 'complaint' else 'help' end, 'phone', category_code, category_name, level,
  district_code, street_code, category_name || '，' || street_name, false, '{}', received_at, 1000000000000 + n, 'closed', 'dispatch',
  owner_code, owner_name, owner_kind, case when twice then 2 else 1 end, received_at + interval '30 minutes', received_at + interval '1 hour',
  received_at + term * 0.8, received_at + term, answered, answered and is_contacted, case when not answered then null when is_settled then 'settled' else 'not' end,
  case when not answered then null when mood < 0.9 then 'satisfied' when mood < 0.96 then 'basically' else 'not' end, answered, received_at + term + interval '5 hours'
from answered;

insert into registry.case_dispatch (element_instance_key, case_id, unit_code, unit_kind, district_code, round, level, dispatched_at, category_code)
select 2000000000000 + n, id, owner_code, owner_kind, district_code, 1, level, received_at + interval '10 minutes', category_code from answered;

-- The first callback of a case that was done again said that it was not settled.
create temporary table calls on commit drop as
select a.*, attempt, md5('call' || n || '/' || attempt)::uuid as call_id, received_at + term * (attempt::float8 / greatest(1, calls)) + interval '4 hours' as at,
  is_settled and attempt = calls as said_settled
from answered a, lateral (select case when twice and answered then 2 else 1 end as calls) k, generate_series(1, calls) attempt;

insert into registry.callback (id, case_id, round, attempt, channel, planned_at, answered, contacted, settled, satisfied, recorded_at)
select call_id, id, attempt, 1, 'phone', at - interval '1 hour', answered, case when answered then is_contacted end,
  case when not answered then null when said_settled then 'settled' else 'not' end,
  case when not answered then null when mood < 0.9 then 'satisfied' when mood < 0.96 then 'basically' else 'not' end, at
from calls;

insert into registry.callback_fact (callback_id, case_id, recorded_at, unit_code, district_code, category_code, answered, contacted, settled, satisfied, settled_at_first)
select call_id, id, at, owner_code, owner_district, category_code, answered, answered and is_contacted,
  case when answered and said_settled then 'settled' else 'not' end,
  case when not answered then 'not' when mood < 0.9 then 'satisfied' when mood < 0.96 then 'basically' else 'not' end,
  answered and is_settled and not twice
from calls;

insert into registry.case_exclusion (case_id, reason, by_rule, since)
select id, 'beyondDuty', true, received_at + term + interval '5 hours' from answered where city.chance(n, 13) < 0.004;
