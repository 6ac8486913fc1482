package city.whistle.engine.execution;

import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.EventDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether the events that active elements wait for may become those that the plan says. */
final class CatchEventChecks {

  private final MigrationPlan plan;
  private final Refusals refusals;
  private final Map<String, String> sourceOf = new HashMap<>();

  CatchEventChecks(MigrationPlan plan, Refusals refusals) {
    this.plan = plan;
    this.refusals = refusals;
  }

  void check(Element source, Element target) {
    List<String> possible = Subscriptions.events(target);
    for (String eventId : Subscriptions.events(source)) {
      plan.mapped(eventId).ifPresent(to -> check(eventId, to, source, target, possible));
    }
  }

  private void check(
      String eventId, String to, Element source, Element target, List<String> possible) {
    if (!possible.contains(to)) {
      throw refusals.because(
          "'%s' is an event of '%s' and '%s' is none of '%s': an event stays with its element",
          eventId, source.id(), to, target.id());
    }
    if (!kindOf(plan.source(eventId)).equals(kindOf(plan.ofTarget(to)))) {
      throw refusals.because("'%s' is an event of another kind than '%s'", to, eventId);
    }
    String other = sourceOf.putIfAbsent(to, eventId);
    if (other != null && !other.equals(eventId)) {
      throw refusals.because(
          "'%s' and '%s' can't both become '%s': an event comes from one event at most",
          other, eventId, to);
    }
  }

  /** What kind of event the element is, or waits for. */
  static Class<? extends EventDefinition> kindOf(Element element) {
    if (element.definition() instanceof Definition.IntermediateThrowEvent thrown) {
      return thrown.event().getClass();
    }
    if (element.definition() instanceof Definition.EndEvent end) {
      return end.event().getClass();
    }
    return Subscriptions.eventOf(element).getClass();
  }
}
