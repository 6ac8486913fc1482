package city.whistle.engine.execution;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Element;
import city.whistle.engine.model.Loop;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.State;
import java.util.List;

/** Creates the instances of a multi-instance body, one a step. */
final class Items {

  private final Turn turn;
  private final State state;
  private final Scopes scopes;
  private final Definitions definitions;
  private final Activation activation;

  Items(Turn turn, Scopes scopes, Definitions definitions, Activation activation) {
    this.turn = turn;
    this.state = turn.state();
    this.scopes = scopes;
    this.definitions = definitions;
    this.activation = activation;
  }

  void next(Step.NextItem step) {
    state
        .elementInstances
        .find(step.key())
        .filter(body -> body.state() == ElementInstance.State.ACTIVE)
        .filter(body -> body.pendingEvent() == null)
        .filter(body -> body.loop().next() < body.loop().total())
        .ifPresent(this::next);
  }

  private void next(ElementInstance body) {
    Element element = definitions.model(body.processDefinitionKey()).element(body.elementId());
    Loop loop = element.loop();
    int index = body.loop().next();
    state.elementInstances.put(body.with(body.loop().created()));
    ElementInstance item = activation.activateItem(body, element, index + 1);
    scopes.setLocal(item, "loopCounter", JsonValue.of((long) index + 1));
    if (loop.inputElement() != null) {
      List<?> items = (List<?>) state.loopItems.get(body.key()).items().value();
      scopes.setLocal(item, loop.inputElement(), JsonValue.of(items.get(index)));
    }
    activation.enter(item);
    if (!loop.sequential() && index + 1 < body.loop().total()) {
      turn.queue(new Step.NextItem(body.key()));
    }
  }
}
