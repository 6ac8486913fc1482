-- Each version of a month keeps its cases in a table of its own, filled first, indexed then, and attached at the end. Those
-- of the versions so far stay where they are: their table becomes the part that holds them.
alter table assessment_case rename to assessment_case_before;
create table assessment_case (like assessment_case_before including constraints including comments)
  partition by list (assessment_id);
comment on table assessment_case is 'a part for each version; a part whose version is gone is dropped when figures are next computed';

do $$
declare
  versions text;
begin
  select string_agg(quote_literal(id), ', ') into versions from assessment;
  if versions is null then
    drop table assessment_case_before;
  else
    execute format('alter table assessment_case attach partition assessment_case_before for values in (%s)', versions);
  end if;
end
$$;
