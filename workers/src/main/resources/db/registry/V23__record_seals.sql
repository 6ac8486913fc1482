-- What a case's or whistle's row says, its photos, and the looks at its resident's data, are sealed at each commit that
-- touches them; sixteen ledgers over all these seals tell when one is missing or an earlier one stands in its place.

create table record_seal (
  subject  uuid    primary key,
  seq      integer not null,
  looks    bigint  not null,
  look_sum bytea   not null,
  spoiled  integer not null,
  seal     bytea   not null
);
comment on column record_seal.seq is 'the number of the timeline''s last line then; 0 where it has none';
comment on column record_seal.look_sum is 'exclusive or of the keyed digests of all lines of vault_access that are about the subject';
comment on column record_seal.spoiled is
  'the number of the line before which the row was found to be another than the one that was sealed; -1 where it never was';
comment on column record_seal.seal is 'HMAC over all of this and the row; whoever owns the database but not the master key can''t make it';

create table record_ledger (
  shard   smallint primary key check (shard between 0 and 15),
  records bigint   not null,
  sum     bytea    not null,
  spoiled boolean  not null,
  seal    bytea    not null
);
comment on table record_ledger is 'How many records have a seal, and the exclusive or of the keyed digests of all their seals, by the last four bits of the subject';

create trigger record_seal_stays before delete on record_seal
  for each row execute function refuse_change();
create trigger record_seal_no_truncate before truncate on record_seal
  for each statement execute function refuse_change();
create trigger record_ledger_stays before delete on record_ledger
  for each row execute function refuse_change();
create trigger record_ledger_no_truncate before truncate on record_ledger
  for each statement execute function refuse_change();
