package city.whistle.workers.request;

import city.whistle.workers.text.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads a JSON object field by field and collects what is wrong, so that a caller hears of
 * everything at once. A field that was never asked for is wrong too: a misspelt name must not be
 * lost. An absent optional field reads as null.
 */
public final class RequestFields {

  private final JsonNode object;
  private final String path;
  private final List<FieldProblem> problems;
  private final Set<String> known = new HashSet<>();

  private RequestFields(JsonNode object, String path, List<FieldProblem> problems) {
    this.object = object;
    this.path = path;
    this.problems = problems;
    if (!object.isObject() && !object.isMissingNode() && !object.isNull()) {
      problems.add(new FieldProblem(path.isEmpty() ? "body" : path, "must be an object"));
    }
  }

  public static RequestFields of(JsonNode object) {
    return new RequestFields(object, "", new ArrayList<>());
  }

  /** The object under {@code name}; its problems are collected here. */
  public RequestFields object(String name) {
    return new RequestFields(take(name), path(name), problems);
  }

  public String text(String name, int max) {
    JsonNode value = take(name);
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isTextual()) {
      return refuse(name, "must be a text");
    }
    return kept(name, value.textValue(), max);
  }

  /** As {@link #text}, for what people also send as a number. */
  public String textOrNumber(String name, int max) {
    JsonNode value = object.path(name);
    if (!value.isNumber()) {
      return text(name, max);
    }
    known.add(name);
    return kept(name, value.asText(), max);
  }

  /** A text of which nothing can be seen says nothing. */
  private String kept(String name, String said, int max) {
    String text = said.strip();
    if (!StorableText.holds(text)) {
      return refuse(name, StorableText.WANTED);
    }
    if (text.length() > max) {
      return refuse(name, "must have at most " + max + " characters");
    }
    return PlainText.isInvisible(text) ? null : text;
  }

  public String requiredText(String name, int max) {
    int before = problems.size();
    String text = text(name, max);
    if (text == null && problems.size() == before) {
      refuse(name, "is required");
    }
    return text;
  }

  /** A text for which {@code holds}; else {@code wanted} says what would be right. */
  public String checkedText(String name, int max, Predicate<String> holds, String wanted) {
    String text = text(name, max);
    return text == null || holds.test(text) ? text : refuse(name, wanted);
  }

  public String oneOf(String name, Set<String> values) {
    return checkedText(name, 100, values::contains, "must be one of " + String.join(", ", values));
  }

  public Boolean flag(String name) {
    JsonNode value = take(name);
    if (isAbsent(value)) {
      return null;
    }
    return value.isBoolean()
        ? Boolean.valueOf(value.booleanValue())
        : refuse(name, "must be true or false");
  }

  public Double number(String name, double min, double max) {
    JsonNode value = take(name);
    if (isAbsent(value)) {
      return null;
    }
    return isNumber(name, min, max)
        ? Double.valueOf(value.doubleValue())
        : refuse(name, "must be a number from " + min + " to " + max);
  }

  /** Whether the field is such a number; nothing is noted where it isn't. */
  public boolean isNumber(String name, double min, double max) {
    JsonNode value = take(name);
    return value.isNumber() && value.doubleValue() >= min && value.doubleValue() <= max;
  }

  /** From 0 to {@code max}; else {@code wanted} says what would be right. */
  public Integer wholeNumber(String name, int max, String wanted) {
    JsonNode value = take(name);
    if (isAbsent(value)) {
      return null;
    }
    boolean holds = value.isInt() && value.intValue() >= 0 && value.intValue() <= max;
    return holds ? Integer.valueOf(value.intValue()) : refuse(name, wanted);
  }

  public OffsetDateTime time(String name) {
    String text = text(name, 40);
    return text == null
        ? null
        : RequestTime.read(text).orElseGet(() -> refuse(name, RequestTime.WANTED));
  }

  public List<String> texts(String name, int maxItems, int maxLength) {
    JsonNode value = take(name);
    if (isAbsent(value)) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    boolean holds = value.isArray() && value.size() <= maxItems;
    for (JsonNode item : holds ? value : MissingNode.getInstance()) {
      holds &=
          item.isTextual()
              && item.textValue().length() <= maxLength
              && StorableText.holds(item.textValue());
      texts.add(item.asText());
    }
    if (!holds) {
      return refuse(name, "must be a list of at most " + maxItems + " texts");
    }
    Set<String> once = new HashSet<>();
    return texts.stream()
        .filter(text -> !once.add(text))
        .findFirst()
        .map(twice -> this.<List<String>>refuse(name, "names more than once: " + twice))
        .orElse(texts);
  }

  /** The objects of a list of 1 to {@code maxItems}; their problems are collected here. */
  public List<RequestFields> objects(String name, int maxItems) {
    JsonNode value = take(name);
    if (!value.isArray() || value.isEmpty() || value.size() > maxItems) {
      refuse(name, "must be a list of 1 to " + maxItems + " objects");
      return List.of();
    }
    List<RequestFields> objects = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      objects.add(new RequestFields(value.get(i), path(name) + "[" + i + "]", problems));
    }
    return objects;
  }

  /** Whether the field came, whatever it holds. */
  public boolean has(String name) {
    return !isAbsent(object.path(name));
  }

  /** Notes that {@code name} is wrong; returns null, for the value that there isn't. */
  public <T> T refuse(String name, String message) {
    problems.add(new FieldProblem(path(name), message));
    return null;
  }

  /** Notes every field that was not asked for. */
  public void refuseOthers() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                refuse(name, "is not a field of this request");
              }
            });
  }

  /**
   * @throws InvalidRequest naming all problems, if there is one
   */
  public void throwIfWrong() {
    if (!problems.isEmpty()) {
      throw new InvalidRequest(problems);
    }
  }

  private JsonNode take(String name) {
    known.add(name);
    return object.path(name);
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
