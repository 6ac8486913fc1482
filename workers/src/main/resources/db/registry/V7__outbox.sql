-- Calls to the engine and messages to people leave from here after their transaction has committed.

create table outbox (
  id         uuid        primary key,
  kind       text        not null check (kind in ('startProcess', 'publishMessage', 'cancelProcess')),
  payload    jsonb       not null,
  created_at timestamptz not null,
  due_at     timestamptz not null,
  attempts   integer     not null default 0,
  last_error text,
  sent_at    timestamptz
);
create index outbox_due on outbox (due_at) where sent_at is null;

create table notification (
  id          uuid        primary key,
  subject     uuid        not null,
  recipient   text        not null,
  channel     text        not null check (channel in ('phone', 'sms', 'web', 'email', 'desk')),
  template    text        not null,
  parameters  jsonb       not null,
  vault_part  text,
  created_at  timestamptz not null,
  due_at      timestamptz not null,
  attempts    integer     not null default 0,
  last_error  text,
  sent_at     timestamptz
);
create index notification_due on notification (due_at) where sent_at is null;
comment on column notification.recipient is
  'resident, unit:<code>, hotline or line:<number>; a resident''s address is looked up in the vault when it is sent';
