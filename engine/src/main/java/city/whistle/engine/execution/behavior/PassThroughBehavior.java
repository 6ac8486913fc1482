package city.whistle.engine.execution.behavior;

import city.whistle.engine.execution.Step;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.model.Element;
import city.whistle.engine.state.ElementInstance;

/** Elements at which nothing is to be done: start events, parallel gateways, manual tasks. */
public final class PassThroughBehavior implements Behavior {

  private final Turn turn;

  public PassThroughBehavior(Turn turn) {
    this.turn = turn;
  }

  @Override
  public void activate(Element element, ElementInstance instance) {
    turn.queue(new Step.Complete(instance.key()));
  }
}
