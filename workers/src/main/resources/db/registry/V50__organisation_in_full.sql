-- The organisation in full, dated: who came from whom, a sub-district's bodies and which of them a matter lands with, who is
-- on duty when, the joint enforcement centre of each sub-district, and what a sub-district may be given. A street of '*' stands
-- for every sub-district that has no rows of its own on the day.

alter table unit add column imported_by text;
alter table category add column imported_by text;
comment on column unit.imported_by is 'who brought the row as a file; null for what came with the program, which a newer program may change';

create table unit_succession (
  from_code   text         not null,
  to_code     text         not null,
  on_day      date         not null,
  kind        text         not null check (kind in ('renamed', 'replaced', 'partlyReplaced', 'split', 'merged')),
  share       numeric(5,4) not null default 1 check (share > 0 and share <= 1),
  source      text         not null,
  imported_by text,
  primary key (from_code, to_code, on_day),
  check (from_code <> to_code)
);
create index unit_succession_to on unit_succession (to_code);
comment on table unit_succession is 'Who took over what; a body of a street is written street:body';
comment on column unit_succession.share is 'how much of the former unit''s duties the later one took';

create table unit_body (
  street_code text not null,
  code        text not null check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  valid_from  date not null,
  valid_to    date,
  name        text not null,
  kind        text not null check (kind in ('office', 'discipline', 'team', 'centre', 'department')),
  phone       text,
  source      text not null,
  imported_by text,
  primary key (street_code, code, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);

create table body_landing (
  street_code   text not null,
  category_code text not null,
  body_code     text not null,
  valid_from    date not null,
  valid_to      date,
  source        text not null,
  imported_by   text,
  primary key (street_code, category_code, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
comment on column body_landing.category_code is 'a category or one above it, or * for all that nothing else is said of';

create table duty_shift (
  street_code text not null,
  place       text not null check (place in ('body', 'centre')),
  holder      text not null,
  person      text not null default '',
  valid_from  date not null,
  valid_to    date,
  days        text not null check (days ~ '^1?2?3?4?5?6?7?$' and days <> ''),
  starts      time not null,
  ends        time not null,
  phone       text,
  source      text not null,
  imported_by text,
  primary key (street_code, place, holder, person, valid_from, days, starts),
  check (valid_to is null or valid_to >= valid_from)
);
comment on column duty_shift.holder is 'a body of the street; for the centre, the unit that is on call';
comment on column duty_shift.days is 'days of the week on which the shift begins, 1 for Monday';
comment on column duty_shift.ends is 'a shift that doesn''t end later than it starts ends on the next day';

create table centre_posting (
  street_code text not null,
  holder      text not null,
  role        text not null check (role in ('ownTeam', 'base', 'resident', 'onCall')),
  valid_from  date not null,
  valid_to    date,
  people      smallint check (people between 1 and 99),
  source      text not null,
  imported_by text,
  primary key (street_code, holder, role, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
comment on column centre_posting.holder is 'a unit; for ownTeam, the sub-district''s own body';
drop table joint_enforcement_member;

create table street_duty (
  area_code     text not null,
  category_code text not null,
  level         text not null check (level in ('*', '2h', '24h', '7d', '15d')),
  duty          text not null check (duty in ('owns', 'helps', 'mayNot')),
  taker         text,
  valid_from    date not null,
  valid_to      date,
  source        text not null,
  imported_by   text,
  primary key (area_code, category_code, level, valid_from),
  check (valid_to is null or valid_to >= valid_from),
  check (duty <> 'mayNot' or taker is not null)
);
comment on column street_duty.area_code is 'a sub-district or township, a district for all of its own, or * for the city';
comment on column street_duty.taker is 'the unit that must take it; district for the district of the place';
