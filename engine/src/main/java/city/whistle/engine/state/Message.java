package city.whistle.engine.state;

import city.whistle.engine.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A message that is buffered until its time to live ends.
 *
 * @param messageId null where the publisher gave none
 * @param correlatedProcessIds processes that had it: each gets a message once
 */
public record Message(
    long key,
    String name,
    String correlationKey,
    String messageId,
    JsonValue variables,
    List<String> correlatedProcessIds,
    Instant publishedAt,
    Instant expiresAt)
    implements Row {

  @Override
  public int weight() {
    return 1 + variables.length() / 1024;
  }

  public Message correlatedTo(String bpmnProcessId) {
    List<String> ids = new ArrayList<>(correlatedProcessIds);
    ids.add(bpmnProcessId);
    return new Message(
        key, name, correlationKey, messageId, variables, List.copyOf(ids), publishedAt, expiresAt);
  }
}
