-- What Java's String.hashCode gives for the message: Camunda finds incidents of one message by it.
alter table incident add column error_hash int;

create function pg_temp.java_hash(message text) returns int language plpgsql as $$
declare
  hash bigint := 0;
  unit int;
  code int;
begin
  for i in 1 .. length(message) loop
    code := ascii(substr(message, i, 1));
    if code > 65535 then
      unit := 55296 + ((code - 65536) >> 10);
      hash := (hash * 31 + unit) & 4294967295;
      code := 56320 + ((code - 65536) & 1023);
    end if;
    hash := (hash * 31 + code) & 4294967295;
  end loop;
  return case when hash > 2147483647 then hash - 4294967296 else hash end;
end $$;

update incident set error_hash = pg_temp.java_hash(error_message)
where state = 'ACTIVE' and error_message is not null;
