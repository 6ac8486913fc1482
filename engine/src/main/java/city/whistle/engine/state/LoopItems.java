package city.whistle.engine.state;

import city.whistle.engine.json.JsonValue;

/** The items of a multi-instance body, under the body's key. */
public record LoopItems(long key, long processInstanceKey, JsonValue items) implements Row {

  public LoopItems {
    items = items.lasting();
  }

  @Override
  public int weight() {
    return 1 + items.length() / 1024;
  }
}
