package city.whistle.workers.handling;

import java.util.Map;
import java.util.Optional;

/**
 * What a resident is told where a route has a prepared text (regulation of 2021, article 11) and
 * the agent wrote no other.
 */
final class PreparedReplies {

  private static final Map<String, String> BY_ROUTE =
      Map.of(
          "emergency", "您反映的紧急情况已转接专线处置。",
          "legalChannel", "您反映的事项应当通过诉讼、仲裁、行政复议、信访等法定途径解决,请向有权机关提出。",
          "repeat", "您反映的事项正在办理或者已有办理结果,相关进展已向您告知。",
          "secret", "您反映的事项涉及国家秘密、商业秘密或者个人隐私,依法不予提供。",
          "beyondDuty", "您反映的事项超出承办单位职责范围,建议通过市场或者社会渠道解决。",
          "unlawful", "您反映的诉求不符合法律规定或者公序良俗,请依法合理表达诉求。");

  private PreparedReplies() {}

  static Optional<String> of(String route) {
    return Optional.ofNullable(route).map(BY_ROUTE::get);
  }
}
