-- Models, tables and forms that were changed over the API: they hold in place of those that the program brings.

create table model_file (
  name           text        primary key,
  content        bytea       not null,
  shipped_digest bytea,
  changed_by     text        not null,
  changed_at     timestamptz not null
);
comment on column model_file.shipped_digest is
  'digest of the program''s own file of that name when this took its place; null where it has none';
