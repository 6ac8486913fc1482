-- State and history of the engine, a table per kind of row. Keys that refer to nothing are null.
--
-- There are no foreign keys and few indexes: the engine writes whole groups of commands and keeps
-- its own invariants. Only keys, states and times are indexed, because an index entry has a size
-- limit that text of a model or a client could pass. What belongs to an instance is found by
-- process_instance_key. The fill factors leave room for the update that ends a row.

-- One row. Whoever loads the state begins an epoch; only the writer of the current epoch may write.
create table engine_meta (
  id boolean primary key default true check (id),
  epoch bigint not null,
  last_key bigint not null
);
insert into engine_meta (epoch, last_key) values (0, 0);

create table deployment (
  key bigint primary key,
  deployed_at timestamptz not null
);

create table process_definition (
  key bigint primary key,
  bpmn_process_id text not null,
  name text,
  version int not null,
  version_tag text,
  resource_name text not null,
  checksum text not null,
  xml text not null,
  deployment_key bigint not null,
  deployed_at timestamptz not null
);

create table decision_requirements (
  key bigint primary key,
  requirements_id text not null,
  name text,
  version int not null,
  resource_name text not null,
  checksum text not null,
  xml text not null,
  deployment_key bigint not null,
  deployed_at timestamptz not null
);

create table decision_definition (
  key bigint primary key,
  decision_id text not null,
  name text,
  version int not null,
  version_tag text,
  requirements_key bigint not null,
  deployment_key bigint not null
);

create table form (
  key bigint primary key,
  form_id text not null,
  version int not null,
  version_tag text,
  resource_name text not null,
  checksum text not null,
  schema text not null,
  deployment_key bigint not null,
  deployed_at timestamptz not null
);

create table process_instance (
  key bigint primary key,
  process_definition_key bigint not null,
  bpmn_process_id text not null,
  version int not null,
  parent_process_instance_key bigint,
  parent_element_instance_key bigint,
  root_process_instance_key bigint not null,
  state text not null,
  tags jsonb not null,
  correlation_key text,
  started_at timestamptz not null,
  ended_at timestamptz
) with (fillfactor = 80);
create index on process_instance (process_definition_key);
create index on process_instance (parent_process_instance_key)
  where parent_process_instance_key is not null;
create index on process_instance (state);
create index on process_instance (started_at);

create table element_instance (
  key bigint primary key,
  process_instance_key bigint not null,
  process_definition_key bigint not null,
  bpmn_process_id text not null,
  element_id text not null,
  element_name text,
  type text not null,
  scope_key bigint,
  state text not null,
  loop_total int,
  loop_next int,
  loop_completed int,
  loop_terminated int,
  loop_counter int not null,
  pending_element_id text,
  pending_variables text,
  started_at timestamptz not null,
  ended_at timestamptz
) with (fillfactor = 80);
create index on element_instance (process_instance_key);

create table loop_items (
  key bigint primary key,
  process_instance_key bigint not null,
  items text not null
);

create table join_token (
  key bigint primary key,
  process_instance_key bigint not null,
  scope_key bigint not null,
  gateway_id text not null,
  flow_id text not null
);

-- value is JSON as it was written, so that numbers and the order of members stay.
create table variable (
  key bigint primary key,
  process_instance_key bigint not null,
  bpmn_process_id text not null,
  scope_key bigint not null,
  name text not null,
  value text not null
) with (fillfactor = 90);
create index on variable (process_instance_key);

create table timer (
  key bigint primary key,
  element_instance_key bigint,
  process_instance_key bigint,
  process_definition_key bigint not null,
  element_id text not null,
  due_at timestamptz not null,
  repetitions int not null,
  cycle text
);

create table message (
  key bigint primary key,
  name text not null,
  correlation_key text,
  message_id text,
  variables text not null,
  correlated_process_ids jsonb not null,
  published_at timestamptz not null,
  expires_at timestamptz not null
);

create table message_subscription (
  key bigint primary key,
  message_name text not null,
  correlation_key text,
  element_instance_key bigint,
  element_id text not null,
  process_instance_key bigint,
  process_definition_key bigint not null,
  bpmn_process_id text not null,
  state text not null,
  updated_at timestamptz not null
);
create index on message_subscription (process_instance_key);
create index on message_subscription (state);

create table signal_subscription (
  key bigint primary key,
  signal_name text not null,
  element_instance_key bigint,
  element_id text not null,
  process_instance_key bigint,
  process_definition_key bigint not null,
  bpmn_process_id text not null
);

create table job (
  key bigint primary key,
  type text not null,
  kind text not null,
  listener_event text,
  listener_index int not null,
  state text not null,
  retries int not null,
  blocked boolean not null,
  headers jsonb not null,
  worker text,
  retry_at timestamptz,
  error_message text,
  error_code text,
  process_instance_key bigint not null,
  process_definition_key bigint not null,
  bpmn_process_id text not null,
  process_version int not null,
  element_id text not null,
  element_instance_key bigint not null,
  tags jsonb not null,
  created_at timestamptz not null,
  ended_at timestamptz
) with (fillfactor = 80);
create index on job (process_instance_key);

-- pending is JSON: a transition that waits for task listeners.
create table user_task (
  key bigint primary key,
  state text not null,
  assignee text,
  candidate_groups jsonb not null,
  candidate_users jsonb not null,
  due_date timestamptz,
  follow_up_date timestamptz,
  priority int not null,
  form_key bigint,
  external_form_reference text,
  headers jsonb not null,
  element_id text not null,
  name text,
  element_instance_key bigint not null,
  process_instance_key bigint not null,
  process_definition_key bigint not null,
  bpmn_process_id text not null,
  process_version int not null,
  tags jsonb not null,
  pending text,
  created_at timestamptz not null,
  ended_at timestamptz
) with (fillfactor = 80);
create index on user_task (process_instance_key);
create index on user_task (state);

create table incident (
  key bigint primary key,
  error_type text not null,
  error_message text,
  state text not null,
  process_instance_key bigint not null,
  process_definition_key bigint not null,
  bpmn_process_id text not null,
  element_id text not null,
  element_instance_key bigint not null,
  job_key bigint,
  step text,
  created_at timestamptz not null,
  resolved_at timestamptz
);
create index on incident (process_instance_key);
create index on incident (state);

create table continuation (
  key bigint primary key,
  steps text not null
);

-- History that nobody asks for by its own key.
create table sequence_flow (
  key bigint not null,
  process_instance_key bigint not null,
  process_definition_key bigint not null,
  bpmn_process_id text not null,
  flow_id text not null,
  primary key (process_instance_key, key)
);

create table correlated_message (
  key bigint primary key,
  message_key bigint not null,
  message_name text not null,
  correlation_key text,
  subscription_key bigint not null,
  element_instance_key bigint,
  element_id text not null,
  process_instance_key bigint not null,
  process_definition_key bigint not null,
  bpmn_process_id text not null,
  correlated_at timestamptz not null
);
create index on correlated_message (process_instance_key);

-- result, inputs and matched_rules are JSON as they were written.
create table decision_instance (
  key bigint primary key,
  evaluation_key bigint not null,
  index int not null,
  type text not null,
  decision_id text not null,
  decision_name text,
  decision_version int not null,
  decision_definition_key bigint not null,
  requirements_key bigint not null,
  root_decision_definition_key bigint not null,
  result text,
  inputs text not null,
  matched_rules text not null,
  failure text,
  process_instance_key bigint,
  process_definition_key bigint,
  bpmn_process_id text,
  element_instance_key bigint,
  element_id text,
  evaluated_at timestamptz not null
);
create index on decision_instance (evaluation_key);
create index on decision_instance (process_instance_key);
