-- Photos of those who work on a case stand beside the resident's; each has its own room.

alter table attachment add column of_work boolean not null default false;
comment on column attachment.of_work is 'taken by somebody who works on the case, rather than by the resident';
