package city.whistle.engine.store;

import city.whistle.engine.state.Relation;
import city.whistle.engine.state.Row;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mapping of every relation of state, with its SQL. */
final class Mappings {

  private final Map<String, Mapped<?>> byTable;

  Mappings() {
    byTable =
        Stream.<TableMapping<?>>of(
                ResourceTables.deployment(),
                ResourceTables.processDefinition(),
                ResourceTables.decisionRequirements(),
                ResourceTables.decisionDefinition(),
                ResourceTables.form(),
                InstanceTables.processInstance(),
                InstanceTables.elementInstance(),
                InstanceTables.loopItems(),
                InstanceTables.joinToken(),
                InstanceTables.variable(),
                InstanceTables.loopResult(),
                InstanceTables.continuation(),
                EventTables.timer(),
                EventTables.message(),
                EventTables.messageSubscription(),
                EventTables.signalSubscription(),
                WorkTables.job(),
                WorkTables.userTask(),
                WorkTables.incident(),
                HistoryTables.sequenceFlow(),
                HistoryTables.correlatedMessage(),
                HistoryTables.decisionInstance())
            .<Mapped<?>>map(Mapped::new)
            .collect(Collectors.toMap(mapped -> mapped.mapping.table(), Function.identity()));
  }

  /** A mapping and the statements made of it. */
  static final class Mapped<R extends Row> {

    final TableMapping<R> mapping;
    final String insert;
    final String update;
    final String delete;

    Mapped(TableMapping<R> mapping) {
      this.mapping = mapping;
      this.insert = mapping.insert();
      this.update = mapping.update();
      this.delete = mapping.delete();
    }
  }

  @SuppressWarnings("unchecked")
  <R extends Row> Mapped<R> of(Relation<R> relation) {
    Mapped<?> mapped = byTable.get(relation.name());
    if (mapped == null) {
      throw new IllegalStateException("no mapping for table " + relation.name());
    }
    return (Mapped<R>) mapped;
  }

  List<String> tables() {
    return byTable.keySet().stream().sorted().toList();
  }
}
