package city.whistle.engine.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** What was deployed, as it came. */
final class Deployments {

  private static final String RESOURCES =
      """
      select key, bpmn_process_id as id, version, version_tag, resource_name, xml as content
      from engine.process_definition where key = {0}
      union all
      select key, requirements_id, version, null, resource_name, xml
      from engine.decision_requirements where key = {0}
      union all
      select key, form_id, version, version_tag, resource_name, schema
      from engine.form where key = {0}""";

  private static final String DECISION_XML =
      """
      select r.xml from engine.decision_definition d
      join engine.decision_requirements r on r.key = d.requirements_key where d.key = {0}""";

  private static final String START_FORM =
      """
      select f.key from engine.process_definition d
      join engine.form f on f.form_id = d.start_form_id
      where d.key = {0}
      and (d.start_form_binding <> 'DEPLOYMENT' or f.deployment_key = d.deployment_key)
      and (d.start_form_binding <> 'VERSION_TAG' or f.version_tag = d.start_form_version_tag)
      order by f.version desc limit 1""";

  private static final Relation F = Relation.of("form", "f");

  private Deployments() {}

  static Optional<Map<String, Object>> resource(DSLContext database, long key) {
    return find(database, key).map(Deployments::resource);
  }

  static Optional<String> content(DSLContext database, long key) {
    return find(database, key).map(row -> row.get("content", String.class));
  }

  static Optional<String> decisionXml(DSLContext database, long decisionKey) {
    return database
        .fetchOptional(DECISION_XML, DSL.val(decisionKey))
        .map(row -> row.get(0, String.class));
  }

  static Optional<String> xml(DSLContext database, String table, long key) {
    Relation resources = Relation.of(table, "x");
    return database
        .select(resources.text("xml"))
        .from(resources.table())
        .where(resources.key("key").eq(key))
        .fetchOptional(resources.text("xml"));
  }

  /** The form in the version that the none start event is bound to. */
  static Optional<Map<String, Object>> startForm(DSLContext database, long processDefinitionKey) {
    return database
        .fetchOptional(START_FORM, DSL.val(processDefinitionKey))
        .flatMap(row -> form(database, row.get(0, Long.class)));
  }

  static Optional<Map<String, Object>> form(DSLContext database, long formKey) {
    return database
        .select(F.text("form_id"), F.integer("version"), F.text("schema"))
        .from(F.table())
        .where(F.key("key").eq(formKey))
        .fetchOptional()
        .map(row -> form(formKey, row.value1(), row.value2(), row.value3()));
  }

  private static Map<String, Object> form(long key, String id, int version, String schema) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("formKey", Long.toString(key));
    form.put("formId", id);
    form.put("version", version);
    form.put("schema", schema);
    form.put("tenantId", "<default>");
    return form;
  }

  private static Optional<Record> find(DSLContext database, long key) {
    return database.fetchOptional(RESOURCES, DSL.val(key));
  }

  private static Map<String, Object> resource(Record row) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("resourceKey", row.get("key").toString());
    resource.put("resourceId", row.get("id"));
    resource.put("resourceName", row.get("resource_name"));
    resource.put("version", row.get("version"));
    resource.put("versionTag", row.get("version_tag"));
    resource.put("tenantId", "<default>");
    return resource;
  }
}
