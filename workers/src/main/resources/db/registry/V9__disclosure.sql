-- Who saw what of a resident, and what was destroyed.

alter table vault_access
  add column reveal    uuid,
  add column client_id text,
  add column unit_code text,
  add column refused   boolean not null default false;
create index vault_access_client on vault_access (client_id, at);
comment on column vault_access.reveal is 'what was asked for at once has one id; null where the system itself read, to send a message';
comment on column vault_access.unit_code is 'the unit for which it was asked; null for the hotline or the centre';

create table case_erasure (
  case_id   uuid        primary key references case_file,
  who       text        not null check (who <> ''),
  client_id text        not null,
  reason    text        not null check (reason <> ''),
  at        timestamptz not null
);
create trigger case_erasure_append_only before update or delete on case_erasure
  for each row execute function refuse_change();
create trigger case_erasure_no_truncate before truncate on case_erasure
  for each statement execute function refuse_change();
