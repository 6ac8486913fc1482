package city.whistle.benchmarks.city;

import java.util.List;
import java.util.Map;

/**
 * A table of which each open case gets the rows that its sample has.
 *
 * @param which says which rows {@code s} belong to the sample {@code :sample}, whose processes are
 *     {@code :instances}
 * @param words columns whose text tells the sample from others
 * @param instead columns that aren't copied, and what stands there, of the case {@code o}
 */
record Copied(String table, String which, List<String> words, Map<String, String> instead) {

  private static final String OF_INSTANCES = "s.process_instance_key in (:instances)";
  private static final String OF_CASE = "s.case_id = :sample";

  /** What the engine knows of a case. */
  static final List<Copied> ENGINE =
      List.of(
          new Copied("engine.process_instance", "s.key in (:instances)", List.of("tags"), Map.of()),
          ofInstances("element_instance"),
          ofInstances("variable", "value"),
          new Copied(
              "engine.timer",
              OF_INSTANCES,
              List.of(),
              // All lie ahead: what passed while nothing ran would begin at once.
              Map.of("due_at", "now() + interval '1 day' + o.soon")),
          ofInstances("message_subscription", "correlation_key"),
          ofInstances("signal_subscription"),
          ofInstances("job", "tags"),
          new Copied(
              "engine.user_task",
              OF_INSTANCES,
              List.of("candidate_groups", "tags"),
              // A program that ran has seen to each already, and reminds of none for now.
              Map.of("follow_up_date", "now() + interval '1 day' + o.soon")),
          ofInstances("loop_items", "items"),
          ofInstances("decision_instance"),
          ofInstances("sequence_flow"));

  /** What the registry knows of a case, but for what is sealed. */
  static final List<Copied> REGISTRY =
      List.of(
          new Copied("registry.case_file", "s.id = :sample", List.of(), caseFile()),
          new Copied(
              "registry.case_dispatch",
              OF_CASE,
              List.of(),
              Map.of("unit_code", "o.owner_code", "unit_kind", "o.owner_kind")),
          new Copied(
              "registry.timeline_entry",
              "s.subject = :sample",
              List.of("who", "details"),
              Map.of()),
          new Copied("registry.timeline_head", "s.subject = :sample", List.of(), Map.of()),
          new Copied(
              "registry.whistle",
              OF_CASE,
              List.of(),
              Map.of("number", "'W' || o.number", "street_code", "o.street_code")),
          new Copied(
              "registry.summons",
              "s.whistle_id in (select w.id from registry.whistle w where w.case_id = :sample)",
              List.of(),
              Map.of(
                  "unit_code", "o.called_code",
                  "unit_kind", "o.called_kind",
                  "unit_name", "o.called_name")),
          new Copied("registry.callback", OF_CASE, List.of(), Map.of()));

  private static Copied ofInstances(String table, String... words) {
    return new Copied("engine." + table, OF_INSTANCES, List.of(words), Map.of());
  }

  private static Map<String, String> caseFile() {
    return Map.ofEntries(
        Map.entry("number", "o.number"),
        Map.entry("external_id", "'open-' || o.n"),
        Map.entry("tracking_digest", "decode(md5('open' || o.n), 'hex')"),
        Map.entry("category_code", "o.category_code"),
        Map.entry("category_name", "o.category_name"),
        Map.entry("level", "o.level"),
        Map.entry("district_code", "o.district_code"),
        Map.entry("street_code", "o.street_code"),
        Map.entry("title", "o.category_name || '，' || o.street_name"),
        Map.entry("owner_code", "o.owner_code"),
        Map.entry("owner_name", "o.owner_name"),
        Map.entry("owner_kind", "o.owner_kind"));
  }
}
