-- What happened, one line a step, chained by hash; the database itself refuses to change or drop a line.

create table timeline_entry (
  subject       uuid        not null,
  seq           integer     not null check (seq >= 1),
  at            timestamptz not null,
  who           text        not null,
  what          text        not null,
  why           text        not null,
  details       text        not null,
  previous_hash bytea       not null,
  hash          bytea       not null,
  primary key (subject, seq)
);

create table timeline_head (
  subject uuid    primary key,
  seq     integer not null,
  hash    bytea   not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;

create trigger timeline_entry_append_only before update or delete on timeline_entry
  for each row execute function refuse_change();
create trigger timeline_entry_no_truncate before truncate on timeline_entry
  for each statement execute function refuse_change();
create trigger vault_access_append_only before update or delete on vault_access
  for each row execute function refuse_change();
create trigger vault_access_no_truncate before truncate on vault_access
  for each statement execute function refuse_change();
