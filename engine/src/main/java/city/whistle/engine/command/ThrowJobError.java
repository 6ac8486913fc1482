package city.whistle.engine.command;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.None;

/** A worker throws a BPMN error. */
public record ThrowJobError(long jobKey, String errorCode, String errorMessage, JsonValue variables)
    implements Command<None> {}
