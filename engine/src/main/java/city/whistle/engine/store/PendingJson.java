package city.whistle.engine.store;

import city.whistle.engine.json.Json;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.UserTask.Attributes;
import city.whistle.engine.state.UserTask.Pending;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A user task's transition under way, as JSON; its variables as text inside, unchanged. */
final class PendingJson {

  private PendingJson() {}

  static String write(Pending pending) {
    if (pending == null) {
      return null;
    }
    Attributes attributes = pending.attributes();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("action", pending.action());
    members.put("assignee", attributes.assignee());
    members.put("candidateGroups", attributes.candidateGroups());
    members.put("candidateUsers", attributes.candidateUsers());
    members.put("dueDate", text(attributes.dueDate()));
    members.put("followUpDate", text(attributes.followUpDate()));
    members.put("priority", attributes.priority());
    members.put("modelAssignee", pending.modelAssignee());
    members.put("variables", pending.variables().text());
    members.put("local", pending.local());
    return Json.write(members);
  }

  static Pending read(String text) {
    if (text == null) {
      return null;
    }
    Map<String, Object> members = JsonValue.ofText(text).members();
    Attributes attributes =
        new Attributes(
            (String) members.get("assignee"),
            strings(members.get("candidateGroups")),
            strings(members.get("candidateUsers")),
            date(members.get("dueDate")),
            date(members.get("followUpDate")),
            ((Number) members.get("priority")).intValue());
    return new Pending(
        (String) members.get("action"),
        attributes,
        (String) members.get("modelAssignee"),
        JsonValue.ofText((String) members.get("variables")),
        Boolean.TRUE.equals(members.get("local")));
  }

  private static String text(OffsetDateTime date) {
    return Optional.ofNullable(date).map(OffsetDateTime::toString).orElse(null);
  }

  private static OffsetDateTime date(Object text) {
    return text == null ? null : OffsetDateTime.parse((String) text);
  }

  private static List<String> strings(Object list) {
    return ((List<?>) list).stream().map(String.class::cast).toList();
  }
}
