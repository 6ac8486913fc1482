-- Objections of owners to their dispatch, and what the dispatchers decided.

create table objection (
  id              uuid        primary key,
  case_id         uuid        not null references case_file,
  round           smallint    not null,
  unit_code       text        not null,
  reason          text        not null,
  raised_at       timestamptz not null,
  review_by       timestamptz not null,
  upheld          boolean,
  designated_unit text,
  final           boolean,
  note            text,
  decided_at      timestamptz,
  check ((upheld is null) = (decided_at is null))
);
create index objection_case on objection (case_id, raised_at);
comment on column objection.final is 'whether the designated unit, and with it everybody, may object no more';
