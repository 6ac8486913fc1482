package city.whistle.workers.assessment.count;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The cases of each version, a part of {@code assessment_case} each. A part is filled while nothing
 * knows it and has no index, then indexed at once, then attached: row by row, a city's month would
 * wait for three indexes and a foreign key. All of it is the transaction's that counts; where that
 * fails there is no part.
 */
@Component
class VersionCases {

  private static final Logger LOG = LoggerFactory.getLogger(VersionCases.class);

  private static final String PREFIX = "assessment_case_of_";

  /** What people open of a number, each in the order of its pages. */
  private static final List<String> INDEXED =
      List.of("unit_code", "district_code", "category_code");

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  VersionCases(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Makes an empty part, which is not attached yet; its name, for SQL. */
  String make(UUID version) {
    String part = part(version);
    jdbc.sql(
            "create table %s (like registry.assessment_case including constraints)".formatted(part))
        .update();
    return part;
  }

  /** Indexes a part that was filled, and attaches it. */
  void attach(UUID version) {
    String part = part(version);
    for (String column : INDEXED) {
      jdbc.sql("create index on %s (of_answers, %s, case_id)".formatted(part, column)).update();
    }
    jdbc.sql(
            "alter table registry.assessment_case attach partition %s for values in ('%s')"
                .formatted(part, version))
        .update();
  }

  /**
   * Drops the parts of versions that are gone, outside of any transaction that counts: to drop one
   * waits for all who read any. Whoever reads for long, such as a backup, isn't waited for; what is
   * left then is dropped the next time.
   */
  void dropLeft() {
    try {
      left().forEach(this::drop);
    } catch (DataAccessException e) {
      LOG.info("Cases of figures that were dropped are kept for now, since they are being read.");
    }
  }

  private List<String> left() {
    return jdbc.sql(
            """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'registry.assessment_case'::regclass and starts_with(c.relname, :prefix)
              and not exists (select from registry.assessment a
                where :prefix || replace(a.id::text, '-', '') = c.relname)\
            """)
        .param("prefix", PREFIX)
        .query(String.class)
        .list();
  }

  private void drop(String part) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("set local lock_timeout = '1s'").update();
          jdbc.sql("drop table if exists registry." + part).update();
        });
  }

  /** A UUID has nothing that would end a name. */
  private static String part(UUID version) {
    return "registry." + PREFIX + version.toString().replace("-", "");
  }
}
