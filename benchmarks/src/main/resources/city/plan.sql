-- At which stage a city's open cases are, and what is made of each.

create table city.plan (
  stage text primary key, sample uuid not null, from_share double precision not null, to_share double precision not null, oldest interval not null
);

create table city.open (
  n bigint primary key, stage text not null, key_shift bigint not null, number text not null, received_at timestamptz not null,
  category_code text not null, category_name text not null, level text not null, street_code text not null, street_name text not null,
  district_code text not null, district_name text not null, owner_code text not null, owner_name text not null, owner_kind text not null,
  called_code text not null, called_name text not null, called_kind text not null, soon interval not null
);

-- Whom sub-districts whistle for.
create table city.called as
select row_number() over (order by code) - 1 as slot, count(*) over () as slots, code, name, kind
from registry.unit where kind in ('department', 'enterprise') and valid_to is null;
