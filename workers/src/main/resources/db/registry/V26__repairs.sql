-- What a supervisor has tried again.

alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check check (kind in
  ('startProcess', 'publishMessage', 'cancelProcess', 'setVariables', 'retryProcess'));
