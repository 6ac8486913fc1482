-- Which master key the cases are sealed with, and the secret of the digests, which stays when that key is changed.

create table master_key (
  singleton     boolean     primary key default true check (singleton),
  check_value   bytea       not null,
  digest_secret bytea       not null,
  since         timestamptz not null
);
comment on column master_key.check_value is 'HMAC under the master key: tells it from others, and tells nothing of it';
comment on column master_key.digest_secret is 'sealed under the master key; it makes seals of timelines, tracking codes and other digests';
