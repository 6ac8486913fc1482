-- Cases and whistles are counted anew each day: a number is what the sequence gives less where the day began.

create table number_day (
  series text   not null check (series in ('case', 'whistle')),
  day    date   not null,
  base   bigint not null,
  primary key (series, day)
);
comment on column number_day.base is 'the last value of the series'' sequence that belongs to an earlier day';

-- Days that were counted on without end keep their numbers, which a new count could meet again.
insert into number_day (series, day, base)
  select distinct 'case', (received_at at time zone 'Asia/Shanghai')::date, 0 from case_file;
insert into number_day (series, day, base)
  select distinct 'whistle', (blown_at at time zone 'Asia/Shanghai')::date, 0 from whistle;
