-- Photos of a case: what is known of each, and its content in sealed chunks, which go with the case's key.

create table attachment (
  case_id    uuid        not null references case_file,
  id         uuid        not null,
  source_mac bytea,
  width      integer     not null check (width > 0),
  height     integer     not null check (height > 0),
  bytes      integer     not null check (bytes > 0),
  digest     bytea       not null,
  client_id  text        not null,
  added_at   timestamptz not null,
  primary key (case_id, id)
);
comment on column attachment.id is 'chosen by the client; a UUID, so that nothing can be said by it';
comment on column attachment.source_mac is 'keyed digest of the bytes that came, so that the same photo is known again; null after the case''s erasure';
comment on column attachment.digest is 'SHA-256 of the sealed chunks in their order';

create table attachment_chunk (
  case_id       uuid    not null,
  attachment_id uuid    not null,
  position      integer not null check (position >= 0),
  ciphertext    bytea   not null,
  primary key (case_id, attachment_id, position)
);
