-- Forms as they are deployed that nobody can answer; empty unless somebody deployed past the check.

create table unanswerable_form (
  process_definition_key bigint      not null,
  element                text        not null,
  fault                  text        not null,
  found_at               timestamptz not null,
  primary key (process_definition_key, element)
);
comment on table unanswerable_form is
  'a user task of a deployed process whose form lacks what is read of its answer; found by the watch over tasks';
