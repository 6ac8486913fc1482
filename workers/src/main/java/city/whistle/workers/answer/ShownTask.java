package city.whistle.workers.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A task as it was shown to the person that completes it.
 *
 * @param form the schema of its form, as it is deployed; without components where it has none
 * @param variables all that the task saw before the completion brought something
 */
public record ShownTask(JsonNode form, ObjectNode variables) {}
