-- What a client may do, and for whom it asks.

alter table api_client
  add column scopes text[] not null default '{}',
  add column unit_code text;
comment on column api_client.unit_code is 'the unit whose system it is; null for the hotline or the centre';
