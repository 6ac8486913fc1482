package city.whistle.engine.execution;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.json.LongList;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.LoopResult;
import city.whistle.engine.state.State;
import city.whistle.engine.state.Variable;
import java.util.List;

/**
 * The output collection of a multi-instance: the body's own variable, in which each instance that
 * completes puts its result at its own place.
 */
public final class LoopResults {

  /** Up to here the store gets the whole variable at each result. */
  private static final int SMALL = 1_000;

  /** The store gets a larger one so many times. */
  private static final int PARTS = 16;

  private final Turn turn;
  private final State state;
  private final Scopes scopes;

  public LoopResults(Turn turn, Scopes scopes) {
    this.turn = turn;
    this.state = turn.state();
    this.scopes = scopes;
  }

  /** Begins with a null for each item. */
  public void begin(ElementInstance body, String name, int size) {
    scopes.setLocal(body, name, JsonValue.of(LongList.of(List.of(), size)).lasting());
  }

  /**
   * @param index from 0
   */
  public void put(ElementInstance body, String name, int index, Object result) {
    Variable variable = scopes.local(body.key(), name).orElse(null);
    int size = body.loop().total();
    if (variable == null) {
      begin(body, name, size);
      variable = scopes.local(body.key(), name).orElseThrow();
    }
    List<?> known = listWith(index, variable);
    Variable next =
        variable.with(JsonValue.of(LongList.of(known, size).with(index, result)).lasting());
    if (size <= SMALL || !(known instanceof LongList)) {
      state.variables.put(next);
    } else {
      putApart(next, index, result, size);
    }
  }

  /** Somebody may have made something else of it: that is mended, not written over. */
  private static List<?> listWith(int index, Variable variable) {
    if (variable.value().value() instanceof List<?> list && list.size() > index) {
      return list;
    }
    throw new IncidentException(
        ErrorType.EXTRACT_VALUE_ERROR,
        "Expected the output collection '%s' to be a list with a place for item %d, but it is not."
            .formatted(variable.name(), index + 1));
  }

  private void putApart(Variable next, int index, Object result, int size) {
    if (state.loopResultsByVariable.count(next.key()) < size / PARTS) {
      state.loopResults.put(
          new LoopResult(
              turn.nextKey(), next.processInstanceKey(), next.key(), index, JsonValue.of(result)));
      state.variables.hold(next);
    } else {
      state.variables.put(next);
      scopes.dropResults(next.key());
    }
  }

  /** The whole collection; null where somebody made something else of it. */
  public Object all(ElementInstance body, String name) {
    return scopes.local(body.key(), name).map(variable -> variable.value().value()).orElse(null);
  }
}
