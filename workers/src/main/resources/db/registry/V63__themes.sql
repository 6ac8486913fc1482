-- The month's theme (每月一题): a recurring problem that the city takes up, with who works on it and what came of it.

create table theme_policy (
  valid_from date  primary key,
  content    jsonb not null
);
comment on table theme_policy is 'how themes are found and worked on, from that day on';

create table theme_year (
  year      integer primary key,
  problems  integer not null check (problems >= 0),
  tasks     integer check (tasks >= 0),
  policies  integer check (policies >= 0),
  named     text[]  not null,
  remark    text,
  remark_en text,
  source    text    not null
);
comment on table theme_year is 'what is published of past years; tasks and policies are null where they are not';
comment on column theme_year.named is 'the problems whose names are known, which may be fewer than problems';

create table theme (
  id                   uuid        primary key,
  month                date        not null unique check (extract(day from month) = 1),
  process_instance_key bigint      not null,
  begun_at             timestamptz not null,
  choose_until         timestamptz not null,
  name                 text,
  choose_note          text,
  chosen_at            timestamptz,
  work_until           timestamptz not null,
  review_note          text,
  outcome              text        check (outcome in ('reached', 'partly', 'continues', 'none', 'notChosen')),
  closed_at            timestamptz,
  check ((outcome is null) = (closed_at is null)),
  check ((name is null) = (chosen_at is null)),
  check (chosen_at is not null or outcome is null or outcome in ('none', 'notChosen'))
);
comment on table theme is 'a month has one';
comment on column theme.outcome is 'null while it goes on; none: people chose none, notChosen: nobody chose in time';

create table theme_proposal (
  theme_id      uuid     not null references theme,
  position      smallint not null,
  category_code text     not null,
  category_name text     not null,
  kind          text     not null check (kind in ('frequent', 'seasonal', 'risk')),
  requests      integer  not null check (requests >= 0),
  earlier       numeric,
  growth        numeric,
  season        numeric,
  answered      integer  not null check (answered >= 0),
  unsettled     numeric  check (unsettled between 0 and 1),
  streets       integer  not null,
  cells         integer  not null,
  places        jsonb    not null,
  hint          text,
  primary key (theme_id, position),
  unique (theme_id, category_code)
);
comment on column theme_proposal.earlier is 'mean of the same months of earlier years; null where nothing is known of them';
comment on column theme_proposal.growth is 'requests by earlier, less one';
comment on column theme_proposal.season is 'requests of this month of earlier years by a mean month''s; null where nothing is known of them';
comment on column theme_proposal.cells is 'cells of the public grid, of cases in public space alone';
comment on column theme_proposal.places is 'the sub-districts with most requests: code, name, requests';
comment on column theme_proposal.hint is 'number of the matter, or month of the theme, that asked for it; null where the figures alone did';

create table theme_problem (
  theme_id      uuid     not null references theme,
  position      smallint not null,
  what          text     not null,
  category_code text     not null,
  category_name text     not null,
  kind          text     check (kind in ('frequent', 'seasonal', 'risk')),
  primary key (theme_id, position)
);
comment on column theme_problem.kind is 'as it was proposed; null where people named a category that was not';

create table theme_unit (
  theme_id  uuid    not null references theme,
  unit_code text    not null,
  unit_name text    not null,
  leads     boolean not null,
  done_at   timestamptz,
  primary key (theme_id, unit_code)
);
create unique index theme_unit_leads on theme_unit (theme_id) where leads;
comment on table theme_unit is 'as they were chosen; who took over from one that was abolished, the organisation knows';

create table theme_task (
  theme_id   uuid     not null,
  position   smallint not null,
  unit_code  text     not null,
  what       text     not null,
  target     integer  not null check (target > 0),
  measure    text     not null,
  due        date     not null,
  reached    integer  check (reached >= 0),
  reached_at timestamptz,
  primary key (theme_id, position),
  foreign key (theme_id, unit_code) references theme_unit
);
comment on column theme_task.reached_at is 'when its unit last said how many; null before it did';

create table theme_result (
  theme_id  uuid        not null,
  unit_code text        not null,
  kind      text        not null check (kind in ('policy', 'site')),
  name      text        not null,
  noted_at  timestamptz not null,
  primary key (theme_id, kind, name, unit_code),
  foreign key (theme_id, unit_code) references theme_unit
);
comment on table theme_result is 'policies that were issued, and sites that were treated (治理点位)';

create table theme_hint (
  source        text        primary key,
  category_code text        not null,
  category_name text        not null,
  noted_at      timestamptz not null,
  theme_id      uuid        references theme
);
create index theme_hint_open on theme_hint (noted_at, source) where theme_id is null;
comment on table theme_hint is 'categories that somebody wants proposed; theme_id is whose proposals took it up, null while it waits';
comment on column theme_hint.source is 'number of a matter, or month of a theme that goes on with its category';

create index case_file_category on case_file (category_code, received_at) where not confidential;
comment on column supervision.assessment_id is
  'the month''s assessment, the matter of many cases, or the month''s theme, that it is about; null for a case or whistle';
