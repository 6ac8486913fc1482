-- Which lane a matter in public space is in, what whoever walked proposes, and how a chief judges the work of others.

create table case_lane (
  case_id  uuid        primary key references case_file,
  lane_id  text        not null references lane,
  noted_at timestamptz not null
);
create index case_lane_lane on case_lane (lane_id, case_id);
comment on table case_lane is
  'The lane in which a case is, by its cell at registration or by the patrol for which it was opened; none of reports and confidential cases';

create table lane_judgement (
  case_id   uuid        primary key references case_file,
  lane_id   text        not null references lane,
  unit_code text        not null,
  person_id text        not null,
  mark      smallint    not null check (mark between 1 and 5),
  note      text,
  judged_at timestamptz not null
);
create index lane_judgement_lane on lane_judgement (lane_id, judged_at);
comment on table lane_judgement is
  'How a lane''s chief judges a unit''s work on a case of his lane that no patrol opened: those are judged in their process';
comment on column lane_judgement.unit_code is 'who owned the case when it ended';
comment on column lane_judgement.mark is '1 worst, 5 best';

alter table patrol add column proposal text check (proposal in ('settled', 'case', 'whistle'));
comment on column patrol.proposal is 'what whoever walked proposes to the chief, who decides; null where he says nothing';
