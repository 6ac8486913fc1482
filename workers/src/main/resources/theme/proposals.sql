-- Categories that a month's theme could take up, by kind. Confidential cases are left out, as they are of bursts.
-- :from, :to      the months looked at
-- :froms, :tos    the same months of earlier years, nearest first
-- :comings, :ends the theme's own month in earlier years, nearest first
-- :years          the twelve months up to each of those, by their first moments
-- :hinted         categories that somebody wants proposed, whatever their figures
with
recent as (
  select category_code, max(category_name) as name, count(*) as requests, count(distinct street_code) as streets
  from registry.case_file
  where received_at >= :from and received_at < :to and category_code is not null and not confidential
  group by category_code
),
same_months as (
  select f.category_code, s.n, count(*) as requests
  from unnest(:froms::timestamptz[], :tos::timestamptz[]) with ordinality s(a, b, n)
    join registry.case_file f on f.received_at >= s.a and f.received_at < s.b
  where f.category_code is not null and not f.confidential
  group by f.category_code, s.n
),
earlier as (
  select category_code, sum(requests)::numeric / (select count(distinct n) from same_months) as mean
  from same_months group by category_code
),
coming as (
  select f.category_code, max(f.category_name) as name, y.n,
    count(*) filter (where f.received_at >= y.coming) as of_month, count(*) / 12.0 as of_mean_month
  from unnest(:years::timestamptz[], :comings::timestamptz[], :ends::timestamptz[]) with ordinality y(a, coming, b, n)
    join registry.case_file f on f.received_at >= y.a and f.received_at < y.b
  where f.category_code is not null and not f.confidential
  group by f.category_code, y.n
),
season as (
  select category_code, max(name) as name, sum(of_month) / (select count(distinct n) from coming) as of_month,
    sum(of_month) / sum(of_mean_month) as share
  from coming group by category_code
),
answers as (
  select category_code, count(*) as answered, count(*) filter (where settled <> 'settled') as unsettled
  from registry.callback_fact
  where recorded_at >= :from and recorded_at < :to and answered and category_code is not null
  group by category_code
),
cells as (
  select category_code, count(distinct (north, east)) as cells
  from registry.case_place where received_at >= :from and received_at < :to group by category_code
),
known as (
  select coalesce(r.category_code, s.category_code, h.category_code) as category_code,
    coalesce(r.name, s.name) as name, coalesce(r.requests, 0) as requests, coalesce(r.streets, 0) as streets,
    s.of_month, s.share, h.category_code is not null as hinted
  from recent r
    full join season s on s.category_code = r.category_code
    full join unnest(:hinted::text[]) h(category_code) on h.category_code = coalesce(r.category_code, s.category_code)
),
figures as (
  select k.*, coalesce(c.cells, 0) as cells, coalesce(a.answered, 0) as answered,
    case when a.answered > 0 then a.unsettled::numeric / a.answered end as unsettled_share,
    case when exists (select from same_months) then coalesce(e.mean, 0) end as earlier,
    case when exists (select from same_months) then k.requests / greatest(e.mean, 1) - 1 end as growth
  from known k
    left join earlier e on e.category_code = k.category_code
    left join answers a on a.category_code = k.category_code
    left join cells c on c.category_code = k.category_code
),
kinds as (
  select f.*,
    case
      when of_month >= :seasonalAtLeast and share >= :seasonFrom then 'seasonal'
      when requests >= :riskAtLeast and (growth >= :growthFrom
        or answered >= :answeredAtLeast and unsettled_share >= :unsettledFrom) then 'risk'
      when requests >= :frequentAtLeast or hinted then 'frequent'
    end as kind
  from figures f
),
ranked as (
  select k.*, row_number() over (partition by kind, hinted
    order by case when kind = 'seasonal' then of_month else requests end desc, category_code) as place
  from kinds k where kind is not null
)
select r.category_code, r.name, r.kind, r.requests, r.earlier, r.growth, r.share as season, r.answered,
  r.unsettled_share, r.streets, r.cells,
  coalesce((select jsonb_agg(jsonb_build_object('code', p.street_code, 'requests', p.n) order by p.n desc, p.street_code)
    from (select street_code, count(*) as n from registry.case_file f
          where f.category_code = r.category_code and f.received_at >= :from and f.received_at < :to
            and f.street_code is not null and not f.confidential
          group by street_code order by count(*) desc, street_code limit 5) p), '[]') as places
from ranked r
where r.hinted or r.place <= :mostOfKind
order by array_position(array['seasonal', 'risk', 'frequent'], r.kind), r.place, r.category_code
