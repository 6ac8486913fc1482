package city.whistle.engine.execution;

import city.whistle.engine.expression.VariableSource;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import city.whistle.engine.state.Variable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Variables and the scopes that they live in. A scope's key is its element instance's. */
public final class Scopes {

  private final Turn turn;
  private final State state;

  public Scopes(Turn turn) {
    this.turn = turn;
    this.state = turn.state();
  }

  /** What an expression at this element instance sees: its own variables, then outward. */
  public VariableSource visibleFrom(long scopeKey) {
    return new VariableSource() {
      @Override
      public boolean contains(String name) {
        return find(scopeKey, name).isPresent();
      }

      @Override
      public Object get(String name) {
        return find(scopeKey, name).map(variable -> variable.value().value()).orElse(null);
      }
    };
  }

  /** All visible variables, or those named. */
  public Map<String, Object> collect(long scopeKey, Collection<String> names) {
    return names.isEmpty() ? collectAll(scopeKey) : collectNamed(scopeKey, names);
  }

  private Map<String, Object> collectNamed(long scopeKey, Collection<String> names) {
    Map<String, Object> found = new LinkedHashMap<>();
    for (String name : names) {
      find(scopeKey, name).ifPresent(variable -> found.put(name, variable.value().value()));
    }
    return found;
  }

  private Map<String, Object> collectAll(long scopeKey) {
    Map<String, Object> found = new LinkedHashMap<>();
    for (long key = scopeKey; key != Row.NONE; key = parentOf(key)) {
      for (Variable variable : state.variablesByScope.list(key)) {
        // Not putIfAbsent, which takes null for absent: a null hides what lies further out.
        if (!found.containsKey(variable.name())) {
          found.put(variable.name(), variable.value().value());
        }
      }
    }
    return found;
  }

  /** The variables of just this scope. */
  public Map<String, Object> locals(long scopeKey) {
    Map<String, Object> found = new LinkedHashMap<>();
    state.variablesByScope.stream(scopeKey)
        .forEach(variable -> found.put(variable.name(), variable.value().value()));
    return found;
  }

  public void setLocal(ElementInstance scope, String name, JsonValue value) {
    Optional<Variable> known = local(scope.key(), name);
    if (known.isPresent()) {
      overwrite(known.get(), value);
    } else {
      state.variables.put(
          new Variable(
              turn.nextKey(),
              scope.processInstanceKey(),
              scope.bpmnProcessId(),
              scope.key(),
              name,
              value));
    }
  }

  /** Removes the variable from just this scope, as if it had never been there. */
  void removeLocal(long scopeKey, String name) {
    local(scopeKey, name)
        .ifPresent(
            variable -> {
              dropResults(variable.key());
              state.variables.remove(variable.key());
            });
  }

  public void setLocals(ElementInstance scope, Map<String, Object> variables) {
    variables.forEach((name, value) -> setLocal(scope, name, JsonValue.of(value)));
  }

  /** Sets each variable in the first scope, going outward, that has it, else in the process. */
  public void propagate(long fromScopeKey, Map<String, Object> variables) {
    variables.forEach((name, value) -> propagate(fromScopeKey, name, JsonValue.of(value)));
  }

  private void propagate(long fromScopeKey, String name, JsonValue value) {
    Optional<Variable> known = find(fromScopeKey, name);
    if (known.isPresent()) {
      overwrite(known.get(), value);
    } else {
      ElementInstance from = state.elementInstances.get(fromScopeKey);
      setLocal(state.elementInstances.get(from.processInstanceKey()), name, value);
    }
  }

  /** The scope is over: its variables become history. */
  public void close(long scopeKey) {
    for (Variable variable : state.variablesByScope.list(scopeKey)) {
      state.variables.archive(variable);
      dropResults(variable.key());
    }
  }

  private void overwrite(Variable variable, JsonValue value) {
    if (!variable.value().equals(value)) {
      state.variables.put(variable.with(value));
      dropResults(variable.key());
    }
  }

  /** The store has the whole variable: it needs no single results any more. */
  void dropResults(long variableKey) {
    state
        .loopResultsByVariable
        .list(variableKey)
        .forEach(result -> state.loopResults.remove(result.key()));
  }

  private Optional<Variable> find(long scopeKey, String name) {
    for (long key = scopeKey; key != Row.NONE; key = parentOf(key)) {
      Optional<Variable> variable = local(key, name);
      if (variable.isPresent()) {
        return variable;
      }
    }
    return Optional.empty();
  }

  Optional<Variable> local(long scopeKey, String name) {
    return state.variablesByName.first(new State.VariableName(scopeKey, name));
  }

  private long parentOf(long scopeKey) {
    return state.elementInstances.find(scopeKey).map(ElementInstance::scopeKey).orElse(Row.NONE);
  }

  static Map<String, Object> one(String name, Object value) {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put(name, value);
    return variables;
  }
}
