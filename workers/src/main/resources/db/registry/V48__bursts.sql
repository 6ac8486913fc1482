-- More complaints of a category in a place than an hour expects: a matter for the supervisors.

create sequence matter_number;
alter table number_day drop constraint number_day_series_check;
alter table number_day add constraint number_day_series_check check (series in ('case', 'whistle', 'matter'));

create table matter (
  id                   uuid        primary key,
  number               text        not null unique,
  category_code        text        not null,
  category_name        text        not null,
  district_code        text        not null,
  street_code          text,
  found_at             timestamptz not null,
  since                timestamptz not null,
  seen                 integer     not null,
  expected             numeric     not null,
  process_instance_key bigint,
  decision             text        check (decision in ('whistle', 'theme', 'nothing')),
  note                 text,
  whistle_number       text,
  closed_at            timestamptz,
  check ((decision is null) = (closed_at is null))
);
create unique index matter_open on matter (category_code, coalesce(street_code, district_code)) where closed_at is null;
create index matter_found on matter (found_at, id);
comment on table matter is 'Bursts; at most one of a category and a place is open';
comment on column matter.expected is 'median of the same hour of the same weekday in the weeks before';

create table matter_case (
  case_id   uuid        primary key references case_file,
  matter_id uuid        not null references matter,
  joined_at timestamptz not null
);
create index matter_case_matter on matter_case (matter_id, joined_at);

create index case_file_burst on case_file (received_at, category_code) where not confidential;
comment on column supervision.assessment_id is
  'the month''s assessment, or the matter of many cases, that it is about; null for a case or whistle';
