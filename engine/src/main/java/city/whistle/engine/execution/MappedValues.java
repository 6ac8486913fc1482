package city.whistle.engine.execution;

import city.whistle.engine.expression.FeelValue;
import city.whistle.engine.expression.VariableSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the mappings of one element have made so far, in front of what the element sees: the one
 * context in which all of them are evaluated, in their order (camunda 58801, 59087). A nested
 * target covers only its own member of the variable that was there, so that {@code foo.baz} is
 * still read after {@code foo.bar} was made (59646, 60433). Values keep their FEEL types until they
 * are written (60011).
 */
final class MappedValues implements VariableSource {

  private final VariableSource visible;
  private final Map<String, Object> made = new LinkedHashMap<>();

  MappedValues(VariableSource visible) {
    this.visible = visible;
  }

  /**
   * A variable, or a member of one, that nested targets have made.
   *
   * @param open whether members that no mapping made are those of what was there before; not where
   *     a mapping had made the whole before
   */
  private record Part(Map<String, Object> members, boolean open) {}

  void put(List<String> target, FeelValue value) {
    Map<String, Object> owner = made;
    for (String name : target.subList(0, target.size() - 1)) {
      owner = part(owner, name).members();
    }
    owner.put(target.get(target.size() - 1), value);
  }

  private static Part part(Map<String, Object> owner, String name) {
    Object before = owner.get(name);
    if (before instanceof Part part) {
      return part;
    }
    Part part =
        before instanceof FeelValue whole
            ? new Part(whole.members().orElseGet(LinkedHashMap::new), false)
            : new Part(new LinkedHashMap<>(), true);
    owner.put(name, part);
    return part;
  }

  @Override
  public boolean contains(String name) {
    return made.containsKey(name) || visible.contains(name);
  }

  @Override
  public Object get(String name) {
    Object value = made.get(name);
    return value == null ? visible.get(name) : over(value, visible.get(name));
  }

  /** The variables with just what was mapped. */
  Map<String, Object> alone() {
    return mergedInto(VariableSource.EMPTY);
  }

  /** The variables, those that nested targets have made with all other members of what is there. */
  Map<String, Object> mergedInto(VariableSource there) {
    Map<String, Object> variables = new LinkedHashMap<>();
    made.forEach((name, value) -> variables.put(name, over(value, there.get(name)).json()));
    return variables;
  }

  private static FeelValue over(Object value, Object before) {
    if (value instanceof FeelValue whole) {
      return whole;
    }
    Part part = (Part) value;
    Map<String, Object> members = new LinkedHashMap<>();
    if (part.open() && before instanceof Map<?, ?> others) {
      others.forEach((name, member) -> members.put((String) name, member));
    }
    part.members().forEach((name, member) -> members.put(name, over(member, members.get(name))));
    return FeelValue.context(members);
  }
}
