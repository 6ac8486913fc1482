-- What a joint enforcement whistle was: whom the sub-district's list of that hour gave, what was found, what each did.

create table joint_party (
  whistle_id uuid not null references whistle,
  holder     text not null,
  role       text not null check (role in ('ownTeam', 'base', 'resident', 'onCall')),
  name       text not null,
  unit_code  text,
  people     text[] not null default '{}',
  gap        text check (gap in ('nobodyOnDuty', 'abolished', 'accused')),
  primary key (whistle_id, holder)
);
comment on column joint_party.unit_code is 'the unit that was summoned for it; null for the own team, and where nobody was';
comment on column joint_party.gap is 'why nobody was summoned; null where somebody was';

create table joint_action (
  whistle_id  uuid        primary key references whistle,
  found       text        not null,
  own_deed    text,
  recorded_at timestamptz not null
);

create table joint_deed (
  whistle_id uuid     not null references whistle,
  position   smallint not null,
  unit_code  text     not null,
  did        text     not null,
  primary key (whistle_id, position)
);
