package city.whistle.workers.answer;

import city.whistle.workers.answer.ModelTasks.ModelTask;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;

/** What processes know when their tasks are shown: a little of everything. */
public final class StockVariables {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .build();

  private static final String TEXT =
      """
      {caseId: '%1$s', round: 1, route: 'repeat', cause: 'limitPassed',
       case: {number: 'BJ-1', title: '临时用电', categoryName: '供电', kind: 'complaint',
              districtCode: '110102', streetCode: '110102009', districtName: '西城区',
              streetName: '展览路街道'},
       owner: {code: '110102009', name: '展览路街道', kind: 'street'},
       district: {code: '110102', name: '西城区'},
       limits: {signBy: '%3$s', contactBy: '%3$s', warnAt: '%3$s', settleBy: '%2$s'},
       timeLimit: {priority: 50, mostExtensionDays: 30},
       signals: {repeatOf: null},
       dispatch: {unitKind: 'street', unitCode: null, level: '7d'},
       unitChoices: [{value: 'fire', label: '消防', kind: 'department'},
                     {value: 'gas', label: '燃气', kind: 'enterprise'},
                     {value: '110102', label: '西城区', kind: 'district'},
                     {value: '110102009', label: '展览路街道', kind: 'street'}],
       suspensionRule: {reviewWithin: 'P30D', atMost: 'P180D'},
       suspensionRequest: {cause: 'season', reason: '冬季停工'},
       suspension: {reviewBy: '%3$s', until: '%2$s'},
       objection: {reviewBy: '%3$s', last: false}, objectionRequest: {reason: '不在辖区'},
       extensionRequest: {days: 3, reason: '等待鉴定'}, opinionRequest: {question: '产权归属'},
       callback: {attempt: 1, maxAttempts: 3},
       whistle: {number: 'WS-1', reason: '供电', place: '街道办', streetCode: '110102009',
                 kind: 'jointEnforcement', units: ['fire', 'gas'],
                 streetName: '展览路街道', unitNames: ['消防', '燃气']},
       doneUnits: ['fire'], partlyUnits: [], unableUnits: [], coHandling: [{unitCode: 'gas', name: '燃气'}],
       profile: {scoreWithin: 'P1D'},
       summonses: [{unitCode: 'fire', unitName: '消防', group: 'department:fire'},
                   {unitCode: 'gas', unitName: '燃气', group: 'enterprise:gas'}],
       summons: {unitCode: 'fire', unitName: '消防', group: 'department:fire',
                 signBy: '%3$s', arriveBy: '%3$s'},
       reports: [{unitCode: 'fire', unitName: '消防'}, {unitCode: 'gas', unitName: '燃气'}],
       appeal: {id: '%1$s', caseNumber: 'BJ-1', title: '临时用电', categoryName: '供电', unitName: '消防',
                month: '2026-03', groundName: '不属职责', evidence: '见附件', decider: 'supervisor',
                decideBy: '%3$s'},
       exclusion: {id: '%1$s', caseNumber: 'BJ-1', title: '临时用电', categoryName: '供电',
                   unitName: '消防', month: '2026-03', groundName: '不属职责', evidence: '见附件',
                   decider: 'supervisor', decideBy: '%3$s'},
       assessment: {id: '%1$s', month: '2026-03', version: 1, checkers: 'supervisor',
                    checkBy: '%3$s', openRequests: 0,
                    counts: {valid: 1, unanswered: 0, excluded: 0}},
       matter: {id: '%1$s', number: 'M-1', categoryName: '停水', streetCode: '110102009',
                districtName: '西城区', streetName: '展览路街道', since: '%3$s', seen: 9,
                expected: 1, cases: 12, watchFor: 'PT2H'},
       theme: {id: '%1$s', month: '2026-03', name: '用水保障', choosers: 'policy', chooseBy: '%3$s',
               chooseUntil: '%2$s', workUntil: '%2$s', problems: ['水压不足', '水质'], leadName: '水务局',
               proposals: [{value: '010101', label: '停水', kind: 'frequent', requests: 120, growth: 20,
                            unsettled: 5, streets: 9, hint: null}],
               units: [], tasks: [{unitName: '消防', what: '改造', target: 9, measure: '处', reached: 3}]},
       categoryChoices: [{value: '010101', label: '停水'}, {value: '010102', label: '水质'}],
       themeUnit: {code: 'fire', name: '消防', group: 'department:fire', due: '%3$s',
                   tasks: [{id: 1, what: '改造', target: 9, measure: '处', due: '2026-04-30', reached: 3}]},
       action: {what: '接通', unit: 'fire', due: '%3$s'},
       coHandler: {unitCode: 'fire', name: '消防', kind: 'department', dueWithin: 'P1D'},
       coDue: '%3$s',
       patrol: {id: '%1$s', number: 'P-1', laneName: '达智桥胡同', streetCode: '110102017',
                streetName: '广安门内街道', disorderName: '乱停车', what: '占用消防通道', place: '12号门前',
                settledAtOnce: true, proposal: null, assessors: ['lane:dazhiqiao'],
                assessBy: '%3$s', judges: ['lane:dazhiqiao']},
       patrolCase: {id: '%1$s', number: 'BJ-1'}}
      """;

  private StockVariables() {}

  public static ObjectNode at(OffsetDateTime now, String caseId) {
    try {
      return (ObjectNode) JSON.readTree(TEXT.formatted(caseId, now.plusDays(7), now.plusDays(1)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The models put null into what a form asks, but for the rows that a score sheet begins with. */
  public static ObjectNode shownBy(ModelTask task, ObjectNode stock) {
    ObjectNode shown = stock.deepCopy();
    Form.of(task.form()).variables().forEach(shown::putNull);
    if (task.formId().equals("score-units")) {
      shown.set("unitScores", stock.get("reports"));
    }
    if (task.formId().equals("work-on-theme")) {
      shown.putObject("work").set("tasks", stock.at("/themeUnit/tasks"));
    }
    return shown;
  }
}
