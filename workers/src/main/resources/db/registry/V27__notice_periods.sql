-- How often people are told the same of a case.

create table notice_period (
  kind   text primary key,
  period text not null,
  source text not null
);
comment on table notice_period is 'within this time of a notice of the kind, about the same case, for the same recipient and of the same cause, no other is written';
create index notification_subject on notification (subject, template, created_at);
