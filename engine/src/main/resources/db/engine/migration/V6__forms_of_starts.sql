-- The deployed form that the none start event of a process refers to; none for those deployed so far.
alter table process_definition add column start_form_id text;
alter table process_definition add column start_form_binding text not null default 'LATEST';
alter table process_definition add column start_form_version_tag text;
