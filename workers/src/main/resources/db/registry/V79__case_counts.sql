-- How many cases each unit has: open ones of each category, and those received and closed in each month. A change of a case adds
-- what it changes in the same transaction, as rows of its own that nobody waits for; now and then they are added up.

create table case_count (
  owner_code   text   not null,
  what         text   not null check (what in ('open', 'received', 'closed')),
  of           text   not null,
  accused_unit text   not null,
  n            bigint not null,
  primary key (owner_code, what, of, accused_unit)
);
comment on table case_count is 'What case_count_change doesn''t hold any more, added up; to read a number, take both';
comment on column case_count.of is 'of open ones the category, of others the month as 2026-01, in the city''s time';
comment on column case_count.accused_unit is 'the unit that a report accuses, which is told of none; empty for any other case';

create table case_count_change (
  id           bigint  generated always as identity primary key,
  owner_code   text    not null,
  what         text    not null,
  of           text    not null,
  accused_unit text    not null,
  n            integer not null
);

create function case_counted_as(f registry.case_file)
  returns table (owner_code text, what text, of text, accused_unit text) language sql stable as $$
  select f.owner_code, c.what, c.of, coalesce(f.accused_unit, '')
  from (values
    ('open', case when f.status not in ('answered', 'withdrawn', 'closed') then f.category_code end),
    ('received', to_char(f.received_at at time zone 'Asia/Shanghai', 'YYYY-MM')),
    ('closed', to_char(f.closed_at at time zone 'Asia/Shanghai', 'YYYY-MM'))) c (what, of)
  where f.owner_code is not null and c.of is not null
$$;

create function count_case() returns trigger language plpgsql as $$
begin
  insert into registry.case_count_change (owner_code, what, of, accused_unit, n)
    select c.owner_code, c.what, c.of, c.accused_unit, sum(c.n) from (
      select n.*, 1 as n from registry.case_counted_as(new) n
      union all select o.*, -1 from registry.case_counted_as(old) o) c
    group by 1, 2, 3, 4 having sum(c.n) <> 0;
  return null;
end $$;

create trigger case_file_counted after insert or delete or update of owner_code, status, category_code, accused_unit, received_at, closed_at
  on case_file for each row execute function count_case();

-- Counts all cases anew, where they came past the trigger.
create function count_cases_anew() returns void language sql as $$
  lock table registry.case_file in share mode;
  delete from registry.case_count;
  delete from registry.case_count_change;
  insert into registry.case_count (owner_code, what, of, accused_unit, n)
    select owner_code, 'open', category_code, coalesce(accused_unit, ''), count(*) from registry.case_file
      where owner_code is not null and status not in ('answered', 'withdrawn', 'closed') group by 1, 3, 4
    union all
    select owner_code, 'received', to_char(received_at at time zone 'Asia/Shanghai', 'YYYY-MM'), coalesce(accused_unit, ''), count(*)
      from registry.case_file where owner_code is not null group by 1, 3, 4
    union all
    select owner_code, 'closed', to_char(closed_at at time zone 'Asia/Shanghai', 'YYYY-MM'), coalesce(accused_unit, ''), count(*)
      from registry.case_file where owner_code is not null and closed_at is not null group by 1, 3, 4;
$$;
select count_cases_anew();

-- Which are late depends on the moment, so they are counted; they alone, and by this.
create index case_file_open_limit on case_file (owner_code, settle_by) include (category_code, accused_unit)
  where status not in ('answered', 'withdrawn', 'closed', 'suspended');
