package city.whistle.engine.query;

import org.jooq.Field;
import org.jooq.impl.DSL;

/** Deployed processes. */
final class ProcessDefinitions {

  private static final Relation D = Relation.of("process_definition", "d");
  private static final Relation NEWER = Relation.of("process_definition", "newer");

  private static final Field<Boolean> IS_LATEST =
      DSL.field(
          DSL.notExists(
              DSL.selectOne()
                  .from(NEWER.table())
                  .where(NEWER.text("bpmn_process_id").eq(D.text("bpmn_process_id")))
                  .and(NEWER.integer("version").gt(D.integer("version")))));

  static final Resource RESOURCE =
      new ResourceBuilder("process definition", D.table())
          .key("processDefinitionKey", D.key("key"))
          .text("processDefinitionId", D.text("bpmn_process_id"))
          .text("name", D.text("name"))
          .text("resourceName", D.text("resource_name"))
          .integer("version", D.integer("version"))
          .text("versionTag", D.text("version_tag"))
          .tenant()
          .show("state", Kind.TEXT, DSL.inline("ACTIVE"))
          .flag("hasStartForm", DSL.field(D.text("start_form_id").isNotNull()))
          .hidden(Attribute.of("isLatestVersion", Kind.BOOLEAN, IS_LATEST))
          .build();

  private ProcessDefinitions() {}
}
