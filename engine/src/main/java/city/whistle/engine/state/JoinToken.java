package city.whistle.engine.state;

/** A token that waits at a joining gateway for the others. */
public record JoinToken(
    long key, long processInstanceKey, long scopeKey, String gatewayId, String flowId)
    implements Row {

  /** The same, at a gateway of another process or version. */
  public JoinToken migrated(String gateway, String flow) {
    return new JoinToken(key, processInstanceKey, scopeKey, gateway, flow);
  }
}
