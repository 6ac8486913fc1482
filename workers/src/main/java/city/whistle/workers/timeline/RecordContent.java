package city.whistle.workers.timeline;

/**
 * What is sealed of a case or whistle, as SQL: everything in its row that decides about the case or
 * counts in a mark, its photos and its erasure. Times are counted, and all is JSON, so that it
 * doesn't hang on a session's settings.
 */
final class RecordContent {

  private static final String CASE =
      """
      json_build_array('case', f.number, f.client_id, f.external_id, f.kind, f.channel, f.category_code,
        f.level, f.district_code, f.street_code, f.title, f.confidential, f.signals::text, f.accused_unit, f.doubts,
        %s, %s, f.status, f.route, f.owner_code, f.owner_name, f.owner_kind, f.round, %s, %s, %s, %s, %s, %s,
        f.answered, f.contacted, f.settled, f.satisfied, f.included, f.inclusion_reason, %s,
        (select json_agg(json_build_array(a.id, a.width, a.height, a.bytes, encode(a.digest, 'hex'), a.client_id, %s)
           order by a.id) from registry.attachment a where a.case_id = f.id),
        (select json_build_array(e.who, e.client_id, e.reason, %s) from registry.case_erasure e where e.case_id = f.id)
      )::text"""
          .formatted(
              micros("f.received_at"),
              micros("f.occurred_at"),
              micros("f.sign_by"),
              micros("f.contact_by"),
              micros("f.warn_at"),
              micros("f.settle_by"),
              micros("f.promised_by"),
              micros("f.promise_moved_at"),
              micros("f.closed_at"),
              micros("a.added_at"),
              micros("e.at"));

  private static final String WHISTLE =
      """
      json_build_array('whistle', w.number, w.kind, w.street_code, w.case_id, w.cross_district, w.reason, w.place,
        w.units, w.client_id, w.external_id, %s, w.approved, %s, w.score::text)::text"""
          .formatted(micros("w.blown_at"), micros("w.ended_at"));

  /** What {@link SubjectRows.Subject} says, by the same names. */
  static final String ALL =
      """
      select f.id, f.number, true as always, not exists (select from registry.case_key k where k.case_id = f.id)
        and not exists (select from registry.case_erasure e where e.case_id = f.id) as keyless,\s"""
          + CASE
          + " as content from registry.case_file f union all select w.id, w.number, false, false, "
          + WHISTLE
          + " from registry.whistle w";

  /** Column {@code content} of the subject {@code :subject}; no row where there is none. */
  static final String OF_ONE =
      "(select "
          + CASE
          + " as content from registry.case_file f where f.id = :subject union all select "
          + WHISTLE
          + " from registry.whistle w where w.id = :subject)";

  private RecordContent() {}

  private static String micros(String column) {
    return "(extract(epoch from " + column + ") * 1000000)::bigint";
  }
}
