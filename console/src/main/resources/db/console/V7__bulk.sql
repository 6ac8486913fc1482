-- One action on many cases: what it was previewed for is frozen as rows, and each row gets its outcome.

create table bulk (
  id           uuid        primary key,
  who          text        not null references person,
  action       text        not null check (action in ('urge', 'reassign', 'retry')),
  list         text        not null,
  cut_off      boolean     not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  given_to     text,
  reason       text,
  started_at   timestamptz,
  leased_until timestamptz,
  ended_at     timestamptz,
  check (started_at is null or reason <> '')
);
create index bulk_who on bulk (who, created_at);
create index bulk_open on bulk (started_at) where started_at is not null and ended_at is null;
comment on column bulk.list is 'the address of the list that it was chosen from';
comment on column bulk.cut_off is 'whether the list had more than may be chosen at once';
comment on column bulk.expires_at is 'until when it may be started';
comment on column bulk.leased_until is 'until when one program works on it; another goes on after that';

create table bulk_item (
  bulk_id     uuid not null references bulk on delete cascade,
  n           int  not null,
  case_number text not null,
  target_key  bigint,
  step        text not null,
  detail      text not null,
  state       text not null check (state in ('pending', 'done', 'refused', 'over', 'left')),
  answer      text not null default '',
  at          timestamptz,
  primary key (bulk_id, n)
);
comment on column bulk_item.target_key is 'the task or incident; null where the case itself is acted on';
comment on column bulk_item.detail is 'the task''s groups, or the incident''s kind';
comment on column bulk_item.state is 'left: left out before it began; over: there was nothing left to do';
