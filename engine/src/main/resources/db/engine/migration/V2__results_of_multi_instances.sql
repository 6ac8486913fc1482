-- One item of a large output collection that its variable does not have yet; value is JSON.
create table loop_result (
  key bigint primary key,
  process_instance_key bigint not null,
  variable_key bigint not null,
  index int not null,
  value text not null
);
