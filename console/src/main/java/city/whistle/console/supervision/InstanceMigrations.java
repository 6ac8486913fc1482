package city.whistle.console.supervision;

import city.whistle.console.layout.Message;
import city.whistle.console.supervision.Migration.Asked;
import city.whistle.console.supervision.ModelShape.Join;
import city.whistle.console.supervision.ModelShape.Part;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.ProcessDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Proposes how an instance becomes one of another version of its process: what is under way becomes
 * what has its id there and is of its kind; so do events, which then go on waiting and stay due
 * when they were. For what has no counterpart it asks.
 */
@Component
class InstanceMigrations {

  private final EngineInstances engine;
  private final EngineProcesses processes;

  InstanceMigrations(EngineInstances engine, EngineProcesses processes) {
    this.engine = engine;
    this.processes = processes;
  }

  /** The other versions of its process, the newest first. */
  List<ProcessDefinition> versions(KnownInstance of) {
    return versions(
        of.instance().getProcessDefinitionId(), of.instance().getProcessDefinitionVersion());
  }

  /** The other versions of the process, the newest first. */
  List<ProcessDefinition> versions(String process, int version) {
    return processes.versions(process).stream().filter(one -> one.getVersion() != version).toList();
  }

  /**
   * @param chosen what was chosen for steps that have no counterpart, by their ids
   */
  Migration plan(KnownInstance of, ProcessDefinition to, Map<String, String> chosen) {
    ModelShape source = processes.shape(of.instance().getProcessDefinitionKey());
    ModelShape target = processes.shape(to.getProcessDefinitionKey());
    List<ElementInstance> active = engine.active(of.key());
    Draft draft = new Draft(source, target, chosen);
    ids(active).forEach(draft::step);
    List<Message> events = draft.events();
    joins(source, target, engine.flows(of.key())).forEach(draft.mapping::putIfAbsent);
    boolean sure = draft.hindrance == null && draft.isComplete();
    return new Migration(
        draft.mapping,
        draft.asked,
        draft.hindrance,
        sure ? preview(of, to, draft, active, events) : List.of());
  }

  /**
   * What is asked for these steps, which the other version doesn't have so.
   *
   * @param steps what was chosen for each, by its id; empty for nothing
   */
  List<Asked> asked(long from, long to, Map<String, String> steps) {
    ModelShape source = processes.shape(from);
    Draft draft = new Draft(source, processes.shape(to), steps);
    Set<String> ids = new LinkedHashSet<>();
    steps.keySet().forEach(id -> source.addWithAround(id, ids));
    ids.forEach(draft::step);
    return draft.asked;
  }

  /** From the outside in: what is around something began before it. */
  private static Set<String> ids(List<ElementInstance> active) {
    Set<String> ids = new LinkedHashSet<>();
    active.stream()
        .filter(one -> one.getType() != ElementInstanceType.PROCESS)
        .forEach(one -> ids.add(one.getElementId()));
    return ids;
  }

  /** A token may wait at a gateway to which a taken flow leads: it has to be told where. */
  private static Map<String, String> joins(
      ModelShape source, ModelShape target, List<String> taken) {
    Map<String, String> same = new TreeMap<>();
    for (Join join : source.joins()) {
      List<String> there = target.join(join.id()).map(Join::flows).orElse(List.of());
      List<String> used =
          join.flows().stream().filter(taken::contains).filter(there::contains).toList();
      if (!used.isEmpty()) {
        same.put(join.id(), join.id());
        used.forEach(flow -> same.put(flow, flow));
      }
    }
    return same;
  }

  private List<Message> preview(
      KnownInstance of,
      ProcessDefinition to,
      Draft draft,
      List<ElementInstance> active,
      List<Message> events) {
    List<Message> says = new ArrayList<>(draft.steps());
    says.add(Message.of("migrate.keeps"));
    says.addAll(events);
    if (active.stream().anyMatch(one -> Boolean.TRUE.equals(one.getIncident()))) {
      says.add(Message.of("migrate.incident"));
    }
    if (active.stream().anyMatch(one -> one.getType() == ElementInstanceType.CALL_ACTIVITY)) {
      says.add(Message.of("migrate.called"));
    }
    says.add(Message.of("migrate.rest", to.getVersion()));
    if (of.file().isPresent()) {
      says.add(Message.of(draft.clocksChange ? "migrate.clocks" : "move.registry"));
    }
    return says;
  }

  /** One proposal, while it is made. */
  private static final class Draft {

    private final ModelShape source;
    private final ModelShape target;
    private final Map<String, String> chosen;
    private final Map<String, String> mapping = new TreeMap<>();
    private final Map<String, String> active = new LinkedHashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private Message hindrance;

    /** Whether a timer ends, or begins: then a case's clock isn't what it was. */
    private boolean clocksChange;

    Draft(ModelShape source, ModelShape target, Map<String, String> chosen) {
      this.source = source;
      this.target = target;
      this.chosen = chosen;
      active.put("", "");
    }

    /** What an active element becomes; what is around it is known already. */
    void step(String id) {
      Part part = source.find(id).orElse(null);
      String around = part == null ? null : active.get(part.parent());
      if (around == null) {
        return;
      }
      List<Part> choices =
          target.parts().stream()
              .filter(part::isLike)
              .filter(one -> one.parent().equals(around))
              .toList();
      Optional<Part> same = find(choices, id);
      Optional<Part> found = same.or(() -> find(choices, chosen.getOrDefault(id, "")));
      if (same.isEmpty()) {
        ask(part, choices, found.map(Part::id).orElse(""));
      }
      found.ifPresent(
          one -> {
            active.put(id, one.id());
            mapping.put(id, one.id());
          });
    }

    private static Optional<Part> find(List<Part> choices, String id) {
      return choices.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private void ask(Part part, List<Part> choices, String choice) {
      if (choices.isEmpty() && hindrance == null) {
        hindrance = Message.of("migrate.nothingLike", step(part));
      }
      asked.add(new Asked(part, choices, choice));
    }

    boolean isComplete() {
      return asked.stream().noneMatch(one -> one.chosen().isEmpty());
    }

    /** The events that go on waiting, that end, and that begin. */
    List<Message> events() {
      List<Message> stay = new ArrayList<>();
      List<Message> change = new ArrayList<>();
      active.forEach(
          (from, to) -> {
            List<Part> there = target.eventsOf(to);
            for (Part event : source.eventsOf(from)) {
              boolean goesOn = find(there, event.id()).filter(event::isLike).isPresent();
              if (goesOn) {
                mapping.put(event.id(), event.id());
                stay.add(
                    about(
                        event.timed() ? "migrate.event.stays.timer" : "migrate.event.stays",
                        event));
              } else {
                clocksChange |= event.timed();
                change.add(about("migrate.event.ends", event));
              }
            }
            there.stream()
                .filter(event -> !mapping.containsValue(event.id()))
                .forEach(
                    event -> {
                      clocksChange |= event.timed();
                      change.add(
                          about(
                              event.timed() ? "migrate.event.begins.timer" : "migrate.event.begins",
                              event));
                    });
          });
      stay.addAll(change);
      return stay;
    }

    private static Message about(String key, Part event) {
      return Message.of(key, step(event));
    }

    List<Message> steps() {
      List<Message> says = new ArrayList<>();
      active.forEach(
          (from, to) -> {
            if (!from.isEmpty()) {
              Part before = source.find(from).orElseThrow();
              Part after = target.find(to).orElseThrow();
              says.add(
                  from.equals(to)
                      ? Message.of("migrate.stays", step(before))
                      : Message.of("migrate.becomes", step(before), step(after)));
            }
          });
      return says;
    }

    private static String step(Part part) {
      return Message.step(part.id(), part.name());
    }
  }
}
