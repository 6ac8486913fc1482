-- Where a message stands, by what it leaves, and when residents are left in peace.

alter table notification
  add column state text not null default 'waiting'
    check (state in ('waiting', 'unrouted', 'sent', 'dropped', 'dead')),
  add column reason     text,
  add column endpoint   text,
  add column via        text check (via in ('phone', 'sms', 'web', 'email', 'desk')),
  add column retried_at timestamptz;
update notification set state = 'sent' where sent_at is not null;
alter table notification add check ((state = 'sent') = (sent_at is not null));

drop index notification_due;
create index notification_new on notification (created_at) where state = 'waiting' and endpoint is null;
create index notification_due on notification (endpoint, due_at) where state = 'waiting';
create index notification_listing on notification (state, created_at, id);

comment on column notification.state is
  'waiting for its time or its turn; unrouted: settings name no way; dropped: must not or cannot be sent; dead: given up, a person must decide';
comment on column notification.reason is 'why it was dropped or given up; never holds what a server said, which may quote an address';
comment on column notification.endpoint is 'name of the server by which it leaves; null until it is chosen';
comment on column notification.via is 'the channel by which it leaves, where it is not the one that was wanted';
comment on column notification.retried_at is 'when a person had it tried anew';

create table quiet_hours (
  recipient text not null check (recipient in ('resident', 'unit', 'hotline', 'line')),
  channel   text not null check (channel in ('phone', 'sms', 'web', 'email', 'desk')),
  starts    time not null,
  ends      time not null,
  source    text not null,
  primary key (recipient, channel)
);
comment on table quiet_hours is 'In the city''s time; where it ends before it starts, it lasts over midnight';

create table quiet_hours_exception (
  subject text not null check (subject in ('kind', 'level')),
  name    text not null,
  primary key (subject, name)
);
comment on table quiet_hours_exception is 'Kinds of messages, and levels of cases, that come at any hour';
