package city.whistle.engine.execution;

import city.whistle.engine.model.Element;
import city.whistle.engine.model.Loop;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.State;

/** Creates the instances of a multi-instance body, one a step. */
final class Items {

  private final Turn turn;
  private final State state;
  private final LoopVariables variables;
  private final Definitions definitions;
  private final Activation activation;

  Items(Turn turn, LoopVariables variables, Definitions definitions, Activation activation) {
    this.turn = turn;
    this.state = turn.state();
    this.variables = variables;
    this.definitions = definitions;
    this.activation = activation;
  }

  void next(Step.NextItem step) {
    state
        .elementInstances
        .find(step.key())
        .filter(ElementInstance::acceptsTokens)
        .filter(body -> body.loop().next() < body.loop().total())
        .ifPresent(this::next);
  }

  private void next(ElementInstance body) {
    Element element = definitions.model(body.processDefinitionKey()).element(body.elementId());
    Loop loop = element.loop();
    int index = body.loop().next();
    state.elementInstances.put(body.with(body.loop().created()));
    ElementInstance item = activation.activateItem(body, element, index + 1);
    variables.create(loop, item);
    activation.enter(item);
    if (!loop.sequential() && index + 1 < body.loop().total()) {
      turn.queue(new Step.NextItem(body.key()));
    }
  }
}
