-- Who gets which share of a city's cases: 10,000 slots of categories, and as many of sub-districts.
-- Shares of the top levels as published-shares.json has them.

create schema if not exists city;

create table city.share (top text primary key, weight double precision not null);
insert into city.share
select c.code, coalesce((:topLevels::json ->> c.name)::double precision, :unpublishedTopLevel)
from registry.category c
where c.depth = 1 and c.valid_to is null;

create table city.category_slot as
with leaf as (
  select c.*, s.weight / count(*) over (partition by s.top) as weight
  from registry.category c join city.share s on starts_with(c.code, s.top)
  where c.valid_to is null and c.unit_kind is not null and c.emergency_line is null
), upto as (
  select *, 10000 * (sum(weight) over (order by code) - weight) / sum(weight) over () as from_slot,
    10000 * sum(weight) over (order by code) / sum(weight) over () as to_slot
  from leaf
)
select slot, u.code, u.name, coalesce(u.limit_level, '7d') as level, u.unit_kind, u.unit_code
from generate_series(0, 9999) slot join upto u on slot >= u.from_slot and slot < u.to_slot;
create unique index on city.category_slot (slot);

-- The busiest sub-district has about ten times the cases of the quietest.
create table city.street_slot as
with street as (
  select u.*, p.name as district_name, 0.1 + (hashtextextended(u.code, 7) & 65535) / 65536.0 as weight
  from registry.unit u join registry.unit p on p.code = u.parent_code and p.valid_to is null
  where u.kind = 'street' and u.valid_to is null and p.kind = 'district'
), upto as (
  select *, 10000 * (sum(weight) over (order by code) - weight) / sum(weight) over () as from_slot,
    10000 * sum(weight) over (order by code) / sum(weight) over () as to_slot
  from street
)
select slot, u.code, u.name, u.parent_code as district_code
from generate_series(0, 9999) slot join upto u on slot >= u.from_slot and slot < u.to_slot;
create unique index on city.street_slot (slot);

-- A number from 0 to below 1 for each case and purpose, the same each time.
create function city.chance(n bigint, purpose bigint) returns double precision
  language sql immutable parallel safe
  return (hashint8extended(n, purpose) & 2147483647) / 2147483648.0;

-- Calls come in daytime, most between nine and twelve; cases are numbered in the order of their days.
create function city.moment(n bigint, cases bigint, first timestamptz, days integer) returns timestamptz
  language sql immutable parallel safe
  return first + make_interval(
    days => ((n - 1) * days / cases)::integer,
    secs => 3600 * (:callHours::float8[])[1 + floor(city.chance(n, 2) * cardinality(:callHours::float8[]))::integer]
      + 3600 * city.chance(n, 3));
