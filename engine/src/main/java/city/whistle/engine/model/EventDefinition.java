package city.whistle.engine.model;

import city.whistle.engine.expression.Expression;

/** What an event throws or waits for. */
public sealed interface EventDefinition {

  /** A none event. */
  record None() implements EventDefinition {}

  /**
   * @param correlationKey null for the start event of a process
   */
  record Message(Expression name, Expression correlationKey) implements EventDefinition {}

  /** A point in time, a duration, or a cycle of them. */
  record Timer(Kind kind, Expression value) implements EventDefinition {

    /** BPMN's three kinds of timer. */
    public enum Kind {
      DATE,
      DURATION,
      CYCLE
    }
  }

  record Signal(Expression name) implements EventDefinition {}

  /**
   * @param code null catches every code; a thrown error always has one
   */
  record Error(Expression code) implements EventDefinition {}

  record Terminate() implements EventDefinition {}

  record Link(String name) implements EventDefinition {}
}
