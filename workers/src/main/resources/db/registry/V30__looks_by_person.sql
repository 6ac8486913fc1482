-- Who looked, by person and by time, for those who audit it.
create index vault_access_who on vault_access (who, id);
create index vault_access_at on vault_access (at);
