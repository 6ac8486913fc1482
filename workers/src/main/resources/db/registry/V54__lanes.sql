-- Lanes (街巷) with who answers for them, what is checked of them, and what patrols found there.

create table lane_policy (
  valid_from date  primary key,
  content    jsonb not null
);
comment on table lane_policy is 'what policy says of lanes from that day on: rhythm, disorders, scores';

create table lane (
  id            text    primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  name          text    not null check (name <> ''),
  street_code   text    not null,
  class         text    not null check (class in ('fine', 'beautiful', 'standard')),
  length_metres integer check (length_metres between 1 and 100000),
  community     text,
  cells         text[]  not null default '{}',
  valid_from    date    not null,
  valid_to      date,
  source        text    not null,
  check (valid_to is null or valid_to >= valid_from)
);
create index lane_street on lane (street_code, id);
create index lane_cells on lane using gin (cells);
comment on column lane.class is 'as it was given: 精品, 优美, 达标; whether it still has it, its checks say';
comment on column lane.cells is 'cells of the public grid that the lane touches, so that a matter in public space finds its lane';
comment on column lane.valid_to is 'the first day on which it is no lane any more; null without an end';

create table lane_post (
  lane_id    text not null references lane,
  post       text not null check (post in ('chief', 'secretary', 'steward', 'commissioner', 'council')),
  person_id  text not null check (person_id <> ''),
  valid_from date not null,
  valid_to   date,
  primary key (lane_id, post, person_id, valid_from),
  check (valid_to is null or valid_to > valid_from)
);
create index lane_post_person on lane_post (person_id, lane_id);
comment on column lane_post.person_id is 'the account; who that is, the accounts know';
comment on column lane_post.valid_to is 'the first day on which it is held no more; null without an end';

create table lane_check (
  seq         bigint       generated always as identity primary key,
  lane_id     text         not null references lane,
  kind        text         not null check (kind in ('quarter', 'month')),
  month       date         not null check (extract(day from month) = 1),
  score       numeric(4,1) not null check (score between 0 and 100),
  lost        jsonb        not null default '{}',
  client_id   text         not null,
  recorded_at timestamptz  not null
);
create index lane_check_lane on lane_check (lane_id, month, kind, seq);
comment on table lane_check is 'what a third party scored; of several for the same time the last recorded stands, the others are kept';
comment on column lane_check.month is 'the month, or the last month of the quarter';
comment on column lane_check.lost is 'points lost, by disorder';

create sequence patrol_number;

create table patrol (
  id              uuid        primary key,
  number          text        not null unique,
  lane_id         text        not null references lane,
  street_code     text        not null,
  rhythm          text        not null,
  walked_at       timestamptz not null,
  reported_at     timestamptz not null,
  person_id       text        not null,
  post            text        not null,
  disorder        text,
  what            text,
  place           text,
  settled_at_once boolean     not null default false,
  state           text        not null check (state in ('clean', 'reported', 'settled', 'case', 'whistle', 'judged')),
  told            text[]      not null default '{}',
  assess_by       timestamptz,
  case_id         uuid,
  whistle_id      uuid,
  mark            smallint    check (mark between 1 and 5),
  mark_note       text,
  ended_at        timestamptz,
  client_id       text        not null,
  external_id     text,
  request_digest  bytea       not null,
  unique (client_id, external_id),
  check ((disorder is null) = (state = 'clean'))
);
create index patrol_lane on patrol (lane_id, walked_at, id);
create index patrol_street on patrol (street_code, walked_at, id);
create index patrol_walked on patrol (walked_at, id);
create unique index patrol_case on patrol (case_id) where case_id is not null;
comment on column patrol.walked_at is 'when somebody was in the lane, which may lie before the report';
comment on column patrol.person_id is 'the account of who walked; who that is, the accounts know';
comment on column patrol.told is 'who heard of it first, in the order of telling: chief, lead';
comment on column patrol.mark is 'how the chief judges what was done: 1 worst, 5 best';

create table patrol_photo (
  patrol_id  uuid        not null references patrol,
  id         uuid        not null,
  moment     text        not null check (moment in ('before', 'after')),
  source_mac bytea       not null,
  width      integer     not null check (width > 0),
  height     integer     not null check (height > 0),
  bytes      integer     not null check (bytes > 0),
  digest     bytea       not null,
  client_id  text        not null,
  added_at   timestamptz not null,
  primary key (patrol_id, id)
);
comment on table patrol_photo is 'what is known of a patrol''s photos; their content lies in attachment_chunk, under the patrol''s own key';

alter table number_day drop constraint number_day_series_check;
alter table number_day add constraint number_day_series_check check (series in ('case', 'whistle', 'matter', 'patrol'));
