package city.whistle.engine.query;

import io.camunda.client.protocol.rest.DecisionDefinitionTypeEnum;
import io.camunda.client.protocol.rest.DecisionInstanceStateEnum;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableLike;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Deployed decisions, their requirements graphs, and what was decided. */
final class Decisions {

  private static final Relation D = Relation.of("decision_definition", "d");
  private static final Relation NEWER = Relation.of("decision_definition", "newer");
  private static final Relation R = Relation.of("decision_requirements", "r");
  private static final Relation E = Relation.of("decision_instance", "e");

  private static final Pattern INSTANCE_ID = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

  private static final TableLike<?> DEFINITIONS_FROM =
      D.table().join(R.table()).on(R.key("key").eq(D.key("requirements_key")));

  private static final Field<String> REQUIREMENTS_NAME =
      DSL.coalesce(R.text("name"), R.text("requirements_id"));
  private static final Field<Boolean> IS_LATEST =
      DSL.field(
          DSL.notExists(
              DSL.selectOne()
                  .from(NEWER.table())
                  .where(NEWER.text("decision_id").eq(D.text("decision_id")))
                  .and(NEWER.integer("version").gt(D.integer("version")))));

  static final Resource DEFINITIONS =
      new ResourceBuilder("decision definition", DEFINITIONS_FROM)
          .key("decisionDefinitionKey", D.key("key"))
          .text("decisionDefinitionId", D.text("decision_id"))
          .text("name", DSL.coalesce(D.text("name"), D.text("decision_id")))
          .integer("version", D.integer("version"))
          .text("decisionRequirementsId", R.text("requirements_id"))
          .reference("decisionRequirementsKey", D.key("requirements_key"))
          .text("decisionRequirementsName", REQUIREMENTS_NAME)
          .integer("decisionRequirementsVersion", R.integer("version"))
          .hidden(Attribute.of("isLatestVersion", Kind.BOOLEAN, IS_LATEST))
          .tenant()
          .build();

  static final Resource REQUIREMENTS =
      new ResourceBuilder("decision requirements graph", R.table())
          .key("decisionRequirementsKey", R.key("key"))
          .text("decisionRequirementsId", R.text("requirements_id"))
          .text("decisionRequirementsName", REQUIREMENTS_NAME)
          .integer("version", R.integer("version"))
          .text("resourceName", R.text("resource_name"))
          .tenant()
          .build();

  static final Resource INSTANCES = instance().build();

  static final Resource INSTANCES_IN_DETAIL =
      instance()
          .show(
              "evaluatedInputs",
              Kind.JSON,
              E.text("inputs"),
              json -> DecisionDetails.inputs(Kind.JSON.toWire(json)))
          .show(
              "matchedRules",
              Kind.JSON,
              E.text("matched_rules"),
              json -> DecisionDetails.rules(Kind.JSON.toWire(json)))
          .build();

  private Decisions() {}

  private static ResourceBuilder instance() {
    Field<String> id =
        DSL.concat(
            E.key("evaluation_key").cast(SQLDataType.CLOB),
            DSL.inline("-"),
            E.integer("index").cast(SQLDataType.CLOB));
    Field<String> state =
        DSL.when(E.text("failure").isNull(), DSL.inline("EVALUATED"))
            .otherwise(DSL.inline("FAILED"));
    return new ResourceBuilder("decision instance", E.table())
        .identifiedBy(Attribute.of("decisionEvaluationInstanceKey", Kind.TEXT, id))
        .reference("decisionEvaluationKey", E.key("evaluation_key"))
        .word("state", state, DecisionInstanceStateEnum.values())
        .date("evaluationDate", E.date("evaluated_at"))
        .text("evaluationFailure", E.text("failure"))
        .text("decisionDefinitionId", E.text("decision_id"))
        .reference("decisionDefinitionKey", E.key("decision_definition_key"))
        .text(
            "decisionDefinitionName", DSL.coalesce(E.text("decision_name"), E.text("decision_id")))
        .integer("decisionDefinitionVersion", E.integer("decision_version"))
        .word("decisionDefinitionType", E.text("type"), DecisionDefinitionTypeEnum.values())
        .reference("rootDecisionDefinitionKey", E.key("root_decision_definition_key"))
        .hidden(Attribute.of("decisionRequirementsKey", Kind.KEY, E.key("requirements_key")))
        .attribute(outside("processDefinitionKey", "process_definition_key"))
        .attribute(outside("processInstanceKey", "process_instance_key"))
        .attribute(outside("elementInstanceKey", "element_instance_key"))
        .root(E.key("process_instance_key"))
        .show("result", Kind.TEXT, E.text("result"))
        .tenant();
  }

  /** Holds for the decision instance with this identifier; never where it is none. */
  static Condition identified(String id) {
    Matcher parts = INSTANCE_ID.matcher(id);
    return parts.matches()
        ? E.key("evaluation_key")
            .eq(Long.valueOf(parts.group(1)))
            .and(E.integer("index").eq(Integer.valueOf(parts.group(2))))
        : DSL.falseCondition();
  }

  /** Camunda's client needs a number even where nobody's process asked. */
  private static Attribute outside(String attribute, String column) {
    return Attribute.of(attribute, Kind.KEY, E.key(column))
        .shownBy(key -> key == null ? "-1" : key.toString());
  }
}
