package city.whistle.workers.whistle;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.job.Refusal;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitRef;
import city.whistle.workers.unit.Units;
import io.camunda.client.exception.BpmnError;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes a whistle of what a case's owner asks for, or says why it can't be blown. */
@Component
class WhistleDrafts {

  private final CaseFiles cases;
  private final Units units;

  WhistleDrafts(CaseFiles cases, Units units) {
    this.cases = cases;
    this.units = units;
  }

  /**
   * @param owner of the case; null where the case's own street blows
   * @throws BpmnError {@code WHISTLE_INVALID} or {@code UNKNOWN_UNIT} with a sentence for the owner
   */
  WhistleDraft of(UUID caseId, UnitRef owner, Asked asked) {
    if (asked == null || asked.kind() == null || !WhistleKinds.ALL.contains(asked.kind())) {
      throw invalid("请选择哨类，须为 " + WhistleKinds.ALL + " 之一");
    }
    String street = street(caseId, owner);
    return new WhistleDraft(
        asked.kind(),
        street,
        caseId,
        text(asked.reason()),
        text(asked.place()),
        known(asked, street, caseId),
        Boolean.TRUE.equals(asked.crossDistrict()));
  }

  /** Only streets blow (regulation of 2021, article 16): nobody blows in a street's name. */
  private String street(UUID caseId, UnitRef owner) {
    if (owner != null) {
      if (!"street".equals(owner.kind())) {
        throw invalid("只有街道、乡镇可以吹哨，" + owner.name() + "不能吹哨；需要其他单位配合的，请选择协办或者报请区级");
      }
      return owner.code();
    }
    CaseFile file = cases.get(caseId);
    if (file.about().streetCode() == null) {
      throw invalid("只有街道、乡镇可以吹哨，本单没有所属街乡镇");
    }
    return file.about().streetCode();
  }

  private List<String> known(Asked asked, String street, UUID caseId) {
    List<String> codes = asked.units();
    if (codes == null || codes.isEmpty() || codes.size() > WhistleKinds.UNITS_MAX) {
      throw invalid("请选择 1 至 " + WhistleKinds.UNITS_MAX + " 个报到单位");
    }
    if (!Summonable.repeated(codes).isEmpty()) {
      throw invalid("每个报到单位只写一次：" + String.join("、", Summonable.repeated(codes)));
    }
    codes.forEach(code -> requireSummonable(code, street, asked));
    if (caseId != null && codes.contains(String.valueOf(cases.get(caseId).accusedUnit()))) {
      throw Refusal.of("UNKNOWN_UNIT", "被举报单位不得参与处理对自己的举报");
    }
    return List.copyOf(codes);
  }

  private void requireSummonable(String code, String street, Asked asked) {
    Unit unit =
        units.find(code).orElseThrow(() -> Refusal.of("UNKNOWN_UNIT", "没有代码为 " + code + " 的单位"));
    Summonable.refused(unit, street, Boolean.TRUE.equals(asked.crossDistrict()))
        .ifPresent(
            why -> {
              throw invalid(unit.name() + "：" + why.words);
            });
  }

  static BpmnError invalid(String message) {
    return Refusal.of("WHISTLE_INVALID", message);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  /** Variable {@code whistleRequest}. */
  record Asked(
      String kind, String reason, String place, List<String> units, Boolean crossDistrict) {}
}
