-- Who does somebody's work while he is away. Never changed but for its end.

create table deputy (
  id         uuid        primary key,
  person_id  text        not null references person,
  deputy_id  text        not null references person,
  valid_from date        not null,
  valid_to   date        not null,
  named_by   text        not null,
  named_at   timestamptz not null,
  ended_at   timestamptz,
  ended_by   text,
  check (deputy_id <> person_id),
  check (valid_to >= valid_from),
  check ((ended_at is null) = (ended_by is null))
);
create index deputy_person on deputy (person_id) where ended_at is null;
create index deputy_deputy on deputy (deputy_id) where ended_at is null;
comment on column deputy.valid_to is 'the last day on which it holds';
comment on column deputy.ended_at is 'when it was ended before its time, for good; null where it wasn''t';

-- The roles by which people may do something on a day: their own, and those of whom they stand in for. A deputy is lent
-- what the person holds himself, so that nothing goes on from one deputy to the next; an administrator's role is never lent.
create function roles_on(day date)
  returns table (holder text, id uuid, role text, unit_code text, valid_from date, valid_to date, lender text)
  language sql stable as $$
    select r.person_id, r.id, r.role, r.unit_code, r.valid_from, r.valid_to, null::text
    from console.held_role r
    where day between r.valid_from and coalesce(r.valid_to, day)
    union all
    select d.deputy_id, r.id, r.role, r.unit_code, greatest(r.valid_from, d.valid_from), least(r.valid_to, d.valid_to), d.person_id
    from console.deputy d join console.held_role r on r.person_id = d.person_id
    where d.ended_at is null and day between d.valid_from and d.valid_to
      and day between r.valid_from and coalesce(r.valid_to, day) and r.role <> 'admin'
$$;

alter table action add column for_whom text;
comment on column action.for_whom is 'the person for whom a deputy did it; null where somebody did it by his own role';
