package city.whistle.engine.execution;

import city.whistle.engine.state.ElementInstance;

/** Ends everything inside a scope, so that the scope completes. */
public interface ScopeEnd {

  void endScope(ElementInstance scope);
}
