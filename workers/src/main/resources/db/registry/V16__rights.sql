-- Who has to do with a case, whom it accuses, why a person decides on its way, and what was passed on already.

alter table case_file
  add column accused_unit text,
  add column doubts       text[] not null default '{}';
comment on column case_file.accused_unit is 'the unit that a report (举报) is about; it never sees the case nor handles it';
comment on column case_file.doubts is 'why no table may dispatch it: a person must look';
create index case_file_client on case_file (client_id);

create table case_party (
  case_id   uuid not null references case_file,
  unit_code text not null,
  role      text not null check (role in ('coHandler')),
  since     timestamptz not null,
  primary key (case_id, unit_code, role)
);
create index case_party_unit on case_party (unit_code);
create index summons_unit on summons (unit_code);

create table case_wish (
  client_id   text        not null,
  external_id text        not null,
  case_id     uuid        not null references case_file,
  digest      bytea       not null,
  told_at     timestamptz not null,
  primary key (client_id, external_id)
);
comment on table case_wish is 'wishes to which a client gave its own number, so that one that comes again has no second effect';
