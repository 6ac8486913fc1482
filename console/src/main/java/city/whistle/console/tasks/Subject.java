package city.whistle.console.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.api.search.filter.VariableValueFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a task is about, from the process's variables.
 *
 * @param number of the case, else of the whistle or patrol, or the month of a theme or of figures;
 *     null where it is about none
 * @param title of the case, else the whistle's place, or the theme's name
 * @param streetCode null for none
 * @param categoryCode of the case, as {@code categoryName}; null for none
 * @param id of the case or whistle, under which its timeline stands; null where it is about neither
 * @param isCase whether it is about a case
 * @param page path of the month's page; null for what is of no month
 */
public record Subject(
    String number,
    String title,
    String streetCode,
    String categoryCode,
    String categoryName,
    UUID id,
    boolean isCase,
    String page) {

  private static final String CASE = "case";
  private static final String WHISTLE = "whistle";
  private static final String PATROL = "patrol";
  private static final String THEME = "theme";
  private static final String EXCLUSION = "exclusion";
  private static final String ASSESSMENT = "assessment";
  private static final String CASE_ID = "caseId";
  private static final String STREET = "streetCode";

  public static final List<String> VARIABLES =
      List.of(CASE, WHISTLE, PATROL, THEME, EXCLUSION, ASSESSMENT, CASE_ID);

  static final Subject NONE = new Subject(null, "", null, null, null, null, false, null);

  public static Subject of(Map<String, JsonNode> variables) {
    JsonNode about = variables.get(CASE);
    JsonNode whistle = variables.get(WHISTLE);
    if (about != null && about.isObject()) {
      return new Subject(
          text(about, "number"),
          text(about, "title"),
          text(about, STREET),
          text(about, "categoryCode"),
          text(about, "categoryName"),
          id(variables.get(CASE_ID)),
          true,
          null);
    }
    if (whistle != null && whistle.isObject()) {
      return new Subject(
          text(whistle, "number"),
          text(whistle, "place"),
          text(whistle, STREET),
          null,
          null,
          id(whistle.get("id")),
          false,
          null);
    }
    JsonNode exclusion = variables.get(EXCLUSION);
    return exclusion != null && exclusion.isObject()
        ? ofExclusion(exclusion, variables.get(CASE_ID))
        : ofMonthOrPatrol(variables);
  }

  private static Subject ofMonthOrPatrol(Map<String, JsonNode> variables) {
    JsonNode theme = variables.get(THEME);
    if (theme != null && theme.isObject()) {
      return ofMonth(theme, "/themes/");
    }
    JsonNode assessment = variables.get(ASSESSMENT);
    return assessment != null && assessment.isObject()
        ? ofMonth(assessment, "/ranking/")
        : ofPatrol(variables.get(PATROL));
  }

  /** A case that its unit wants left out of the figures. */
  private static Subject ofExclusion(JsonNode exclusion, JsonNode caseId) {
    return new Subject(
        text(exclusion, "caseNumber"),
        exclusion.path("title").asText(""),
        null,
        null,
        text(exclusion, "categoryName"),
        id(caseId),
        true,
        null);
  }

  /** A theme by its name, or figures, which have none. */
  private static Subject ofMonth(JsonNode about, String pages) {
    String month = text(about, "month");
    return new Subject(
        month,
        about.path("name").asText(""),
        null,
        null,
        null,
        id(about.get("id")),
        false,
        pages + month);
  }

  /** What was found in a lane, by its number; its title says where and what. */
  private static Subject ofPatrol(JsonNode patrol) {
    return patrol == null || !patrol.isObject()
        ? NONE
        : new Subject(
            text(patrol, "number"),
            patrol.path("laneName").asText("") + patrol.path("disorderName").asText(""),
            text(patrol, STREET),
            null,
            null,
            id(patrol.get("id")),
            false,
            null);
  }

  /**
   * A search's condition for what is about a case of the category: as the member stands in the
   * case's JSON. A quote within a text has a backslash before it there, so no text says the same.
   *
   * @param code of letters, digits and hyphens alone
   */
  static Consumer<VariableValueFilter> ofCategory(String code) {
    return saying(CASE, "categoryCode", code);
  }

  /** Of the same kind, for what is about a case at the place. */
  static Consumer<VariableValueFilter> ofCaseAt(String streetCode) {
    return saying(CASE, STREET, streetCode);
  }

  /**
   * The same for all that is about a place: each finds some of it, and two may find the same. What
   * a variable says that isn't the subject is found, too, see {@link #streetCode}.
   */
  static List<Consumer<VariableValueFilter>> ofStreet(String code) {
    return Stream.of(CASE, WHISTLE, PATROL).map(about -> saying(about, STREET, code)).toList();
  }

  private static Consumer<VariableValueFilter> saying(String variable, String member, String code) {
    return which ->
        which.name(variable).value(value -> value.like("*\"%s\":\"%s\"*".formatted(member, code)));
  }

  public static Subject of(JsonNode variables) {
    Map<String, JsonNode> named = new HashMap<>();
    VARIABLES.forEach(
        name -> Optional.ofNullable(variables.get(name)).ifPresent(v -> named.put(name, v)));
    return of(named);
  }

  private static String text(JsonNode object, String field) {
    return object.path(field).isTextual() ? object.path(field).textValue() : null;
  }

  private static UUID id(JsonNode value) {
    return value != null && value.isTextual() ? UUID.fromString(value.textValue()) : null;
  }
}
