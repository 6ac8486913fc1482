package city.whistle.app.example;

import io.camunda.client.CamundaClient;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What steps are called: in Chinese as their model names them, in English as their id says. */
final class StepNames {

  /** What the registry notes by itself, so that no model has a name for it. */
  private static final Map<String, String> EVENTS =
      Map.ofEntries(
          Map.entry("CaseReceived", "收到诉求"),
          Map.entry("CaseRegistered", "工单已登记"),
          Map.entry("CaseDispatched", "已派单"),
          Map.entry("ReplyRecorded", "答复已登记"),
          Map.entry("EmergencyTransferred", "已转接专线"),
          Map.entry("UrgeReceived", "收到催办"),
          Map.entry("SupplementReceived", "收到补充"),
          Map.entry("PhotoAdded", "已添加照片"),
          Map.entry("WithdrawalReceived", "收到撤单"),
          Map.entry("CaseMerged", "并入另一工单"),
          Map.entry("ComplainantJoined", "新增同一事项诉求人"),
          Map.entry("CaseParted", "拆出单独办理"),
          Map.entry("ComplainantLeft", "一名诉求人退出"),
          Map.entry("CaseLeads", "接为主单"),
          Map.entry("MatterOver", "主单已办结"),
          Map.entry("CaseTakenUp", "开始办理"),
          Map.entry("LimitsExtended", "时限已延长"),
          Map.entry("RequestRefused", "申请未予办理"),
          Map.entry("TaskEnded", "待办已随事项了结"),
          Map.entry("UnitReminded", "已提醒单位"),
          Map.entry("SupervisionRecorded", "督办已登记"),
          Map.entry("RoundOpened", "已开启新一轮"),
          Map.entry("ObjectionRaised", "已提出异议"),
          Map.entry("ObjectionUpheld", "异议成立"),
          Map.entry("ObjectionDismissed", "异议不成立"),
          Map.entry("ObjectionRefused", "异议不予受理"),
          Map.entry("ClocksSuspended", "已暂停计时"),
          Map.entry("ClocksResumed", "已恢复计时"),
          Map.entry("SuspensionReviewed", "挂账已复核"),
          Map.entry("AbsenceEscalated", "已上报未报到"),
          Map.entry("CallbackLinkSent", "已发送评价链接"),
          Map.entry("CallbackAnswered", "诉求人已评价"),
          Map.entry("WhistleBlown", "已吹哨"),
          Map.entry("WhistleIssued", "哨单已发出"),
          Map.entry("UnitAbolished", "被召集单位已撤销"),
          Map.entry("CentreCalled", "召集综合执法中心"),
          Map.entry("UnitSummoned", "已通知单位"),
          Map.entry("UnitToldAgain", "已再次通知"),
          Map.entry("UnitsReleased", "各单位已撤回"),
          Map.entry("ReportRecorded", "报到已登记"),
          Map.entry("WhistleRecorded", "吹哨结果已登记"),
          Map.entry("FeedbackRecorded", "答复已登记"),
          Map.entry("CallbackPlanned", "已安排回访"),
          Map.entry("CallbackSkipped", "无诉求人，不回访"),
          Map.entry("CallbackRecorded", "回访已登记"),
          Map.entry("CaseClosed", "已结案"));

  private final CamundaClient client;
  private final Map<String, String> chinese = new HashMap<>(EVENTS);

  StepNames(CamundaClient client) {
    this.client = client;
  }

  /** The model's name of the step, empty if there is none. */
  String chinese(String element) {
    return chinese.computeIfAbsent(element, this::ask);
  }

  private String ask(String element) {
    return client
        .newElementInstanceSearchRequest()
        .filter(filter -> filter.elementId(element))
        .page(page -> page.limit(1))
        .send()
        .join()
        .items()
        .stream()
        .findFirst()
        .map(instance -> instance.getElementName())
        .filter(name -> !name.equals(element))
        .orElse("");
  }

  /** "Blow whistle" for {@code BlowWhistle}. */
  String english(String element) {
    String words = element.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
