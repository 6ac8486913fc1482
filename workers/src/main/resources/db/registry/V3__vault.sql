-- Residents' personal data and words: encrypted, one data key per case; deleting the key row erases for good.

create table case_key (
  case_id     uuid        primary key,
  wrapped_key bytea       not null,
  created_at  timestamptz not null
);

create table case_secret (
  case_id    uuid        not null,
  part       text        not null,
  ciphertext bytea       not null,
  stored_at  timestamptz not null,
  primary key (case_id, part)
);

create table vault_access (
  id      bigint generated always as identity primary key,
  case_id uuid        not null,
  part    text        not null,
  who     text        not null check (who <> ''),
  reason  text        not null check (reason <> ''),
  found   boolean     not null,
  at      timestamptz not null
);
create index vault_access_case on vault_access (case_id, at);
