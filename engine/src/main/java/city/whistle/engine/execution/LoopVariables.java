package city.whistle.engine.execution;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Loop;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.State;
import java.util.List;

/**
 * The variables that an instance of a multi-instance has for its own: its number, its item, and
 * what its output element is read from. The last begins as null, so that a result stays in the
 * instance, and one without result gives null (camunda 2854, 9947).
 */
final class LoopVariables {

  private static final String COUNTER = "loopCounter";

  private final State state;
  private final Scopes scopes;

  LoopVariables(State state, Scopes scopes) {
    this.state = state;
    this.scopes = scopes;
  }

  /** Creates those that are not there. */
  void create(Loop loop, ElementInstance item) {
    createUnlessThere(item, COUNTER, JsonValue.of((long) item.loopCounter()));
    if (loop.inputElement() != null) {
      List<?> items = (List<?>) state.loopItems.get(item.scopeKey()).items().value();
      createUnlessThere(item, loop.inputElement(), JsonValue.of(items.get(item.loopCounter() - 1)));
    }
    if (loop.outputVariable() != null) {
      createUnlessThere(item, loop.outputVariable(), JsonValue.NULL);
    }
  }

  private void createUnlessThere(ElementInstance item, String name, JsonValue value) {
    if (scopes.local(item.key(), name).isEmpty()) {
      scopes.setLocal(item, name, value);
    }
  }
}
