-- A timeline's end is sealed with the master key, and only goes forward.

alter table timeline_head add column seal bytea;
comment on column timeline_head.seal is
  'HMAC over all lines'' hashes; whoever owns the database but not the master key can''t make it';

create function only_forward() returns trigger language plpgsql as $$
begin
  if new.subject <> old.subject or new.seq <> old.seq + 1 then
    raise exception 'a timeline''s end only goes forward, line by line' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger timeline_head_forward before update on timeline_head
  for each row execute function only_forward();
create trigger timeline_head_stays before delete on timeline_head
  for each row execute function refuse_change();
create trigger timeline_head_no_truncate before truncate on timeline_head
  for each statement execute function refuse_change();
