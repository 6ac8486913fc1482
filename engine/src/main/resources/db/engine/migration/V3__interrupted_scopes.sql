-- Whether a scope was interrupted. Of the scopes that are open, those were that have an event
-- sub-process inside whose start event is not drawn as non-interrupting.
alter table element_instance add column interrupted boolean not null default false;

update element_instance scope
set interrupted = true
from element_instance handler
join process_definition definition on definition.key = handler.process_definition_key
left join element_instance start
  on start.scope_key = handler.key and start.type = 'START_EVENT'
where handler.type = 'EVENT_SUB_PROCESS'
  and handler.ended_at is null
  and scope.key = handler.scope_key
  and substring(
        definition.xml
        from '<(?:[^<>\s]+:)?startEvent\s[^>]*\mid\s*=\s*["'']'
          || coalesce(handler.pending_element_id, start.element_id)
          || '["''][^>]*>')
      !~ '\misInterrupting\s*=\s*["'']false["'']';
