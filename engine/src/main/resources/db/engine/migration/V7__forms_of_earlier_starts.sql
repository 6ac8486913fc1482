-- The forms at the none start events of what was deployed before they were kept: deployed again, an
-- unchanged file is nothing new. What this PostgreSQL can't read (it may lack XML) stays without.
do $$
declare
  bpmn constant text[] := array[
    array['b', 'http://www.omg.org/spec/BPMN/20100524/MODEL'],
    array['z', 'http://camunda.org/schema/zeebe/1.0']];
  definition record;
  model xml;
  form text;
begin
  for definition in
    select key, bpmn_process_id, xml from engine.process_definition where start_form_id is null
  loop
    begin
      model := xmlparse(document definition.xml);
      form := '(//b:process[@id="' || definition.bpmn_process_id
        || '"]/b:startEvent[not(b:messageEventDefinition or b:timerEventDefinition'
        || ' or b:signalEventDefinition or b:conditionalEventDefinition)])[1]'
        || '/b:extensionElements/z:formDefinition[string-length(@formId) > 0][1]';
      update engine.process_definition set
        start_form_id = (xpath('string(' || form || '/@formId)', model, bpmn))[1]::text,
        start_form_binding = case (xpath('string(' || form || '/@bindingType)', model, bpmn))[1]::text
          when 'deployment' then 'DEPLOYMENT'
          when 'versionTag' then 'VERSION_TAG'
          else 'LATEST' end,
        start_form_version_tag =
          nullif((xpath('string(' || form || '/@versionTag)', model, bpmn))[1]::text, '')
      where key = definition.key
        and (xpath('boolean(' || form || ')', model, bpmn))[1]::text = 'true';
    exception when others then
      null;
    end;
  end loop;
end $$;
