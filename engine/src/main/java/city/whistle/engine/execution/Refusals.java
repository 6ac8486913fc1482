package city.whistle.engine.execution;

import city.whistle.engine.outcome.Rejection;

/** Says of one instance why it can't be migrated. */
record Refusals(long processInstanceKey) {

  Rejection because(String reason, Object... values) {
    return Rejection.wrongState(
        "Expected to migrate process instance '%d', but %s."
            .formatted(processInstanceKey, reason.formatted(values)));
  }
}
