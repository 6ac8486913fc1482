package city.whistle.workers.assessment.policy;

import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import java.util.List;

/**
 * Units that are ranked side by side: like with like. What is left out does not narrow it.
 *
 * @param code as the API names it
 * @param forms which of 街道, 地区, 镇 and 乡
 * @param parents codes of the units above
 */
public record Group(
    String code,
    String name,
    String nameEn,
    UnitKind kind,
    List<String> forms,
    List<String> parents) {

  public Group {
    forms = forms == null ? List.of() : forms;
    parents = parents == null ? List.of() : parents;
  }

  public boolean holds(Unit unit) {
    return unit.kind() == kind
        && (forms.isEmpty() || forms.contains(unit.form()))
        && (parents.isEmpty() || parents.contains(unit.parentCode()));
  }
}
