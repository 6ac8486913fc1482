-- How many elements were begun one after another without anything from outside, where that has to
-- outlast a command: for the steps that it left over, a timer that is due at once, a multi-instance.
alter table continuation add column depths text not null default '[]';
alter table continuation add column begun int not null default 0;
alter table timer add column depth int not null default 0;
alter table element_instance add column loop_depth int;
