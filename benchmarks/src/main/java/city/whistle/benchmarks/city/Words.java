package city.whistle.benchmarks.city;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What in a sample's texts tells it from other cases, and what stands there in one of them: the
 * longer words first, since some hold others.
 *
 * @param cases by the word, SQL of the case {@code o}
 */
record Words(Map<String, String> cases) {

  static Words of(SampleFacts facts) {
    Map<String, String> words = new LinkedHashMap<>();
    String id = "md5('" + facts.id() + "' || o.n)::uuid::text";
    String owner = "{\"code\":\"%s\",\"name\":\"%s\",\"kind\":\"street\"}";
    words.put(
        owner.formatted(facts.streetCode(), facts.streetName()),
        "'{\"code\":\"' || o.owner_code || '\",\"name\":\"' || o.owner_name || '\",\"kind\":\"' || o.owner_kind || '\"}'");
    words.put(facts.id() + ":" + facts.streetCode(), id + " || ':' || o.owner_code");
    words.put("street:" + facts.streetCode(), "o.owner_kind || ':' || o.owner_code");
    words.put(facts.id(), id);
    words.put(Sample.CALLED_KIND + ":" + Sample.CALLED, "o.called_kind || ':' || o.called_code");
    words.put(
        "\"unitKind\":\"" + Sample.CALLED_KIND + "\"",
        "'\"unitKind\":\"' || o.called_kind || '\"'");
    words.put(Sample.CALLED, "o.called_code");
    words.put(Sample.CALLED_NAME, "o.called_name");
    facts.ids().forEach(other -> words.put(other, "md5('" + other + "' || o.n)::uuid::text"));
    facts.whistles().forEach(number -> words.put(number, "'W' || o.number"));
    words.put(facts.number(), "o.number");
    words.put(facts.title(), "o.category_name || '，' || o.street_name");
    words.put(facts.streetCode(), "o.street_code");
    words.put(facts.streetName(), "o.street_name");
    words.put(
        "\"districtCode\":\"" + facts.districtCode() + "\"",
        "'\"districtCode\":\"' || o.district_code || '\"'");
    words.put(facts.districtName(), "o.district_name");
    words.put(facts.categoryCode(), "o.category_code");
    words.put(facts.categoryName(), "o.category_name");
    return new Words(words);
  }

  /** The column's text as the case has it. */
  String replaced(String column, String type) {
    String text = "s." + column + "::text";
    for (Map.Entry<String, String> word : cases.entrySet()) {
      text = "replace(%s, %s, %s)".formatted(text, quoted(word.getKey()), word.getValue());
    }
    String any =
        cases.keySet().stream()
            .map(word -> quoted("%" + word + "%"))
            .collect(Collectors.joining(", "));
    return "case when s.%1$s::text like any (array[%2$s]) then (%3$s)::%4$s else s.%1$s end"
        .formatted(column, any, text, type);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
