package city.whistle.workers.resident;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals every case's key under another master key, all in one transaction: whenever it is
 * interrupted, either the former key opens all of them or the new one does. Residents' data
 * themselves stay as they are, and so do seals of timelines and all other digests.
 */
public final class MasterKeyChange {

  private static final int PORTION = 1000;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final MasterKeyRecord database;

  public MasterKeyChange(DataSource source, Clock clock) {
    this.jdbc = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    this.database = new MasterKeyRecord(jdbc, clock);
  }

  /**
   * Whether this database knows which key it is sealed with; one that an older program made
   * doesn't.
   */
  public boolean isPossible() {
    return database.isThere();
  }

  /** Whether the key is the one that the cases are sealed with. */
  public boolean fits(MasterKey key) {
    return database.unlock(key).isPresent();
  }

  /**
   * Changes it. A program that still runs with the former key can open no further case from then
   * on.
   *
   * @throws IllegalStateException where the cases are not sealed with {@code from}
   */
  public Summary change(MasterKey from, MasterKey to) {
    return transaction.execute(
        status -> {
          jdbc.sql("lock table registry.case_key in exclusive mode").update();
          MasterKey former =
              database
                  .unlock(from)
                  .orElseThrow(() -> new IllegalStateException("the former key doesn't fit"));
          Summary summary = sealAll(former, to);
          database.set(former.changedTo(to));
          return summary;
        });
  }

  private Summary sealAll(MasterKey from, MasterKey to) {
    Summary summary = new Summary(0, 0);
    List<SealedKey> portion = after(BEFORE_ALL);
    while (!portion.isEmpty()) {
      for (SealedKey row : portion) {
        summary = summary.and(sealAnew(row, from, to));
      }
      portion = after(portion.get(portion.size() - 1).caseId());
    }
    return summary;
  }

  /**
   * A row that somebody spoiled stays as it is: it must not keep the city from changing its key.
   */
  private boolean sealAnew(SealedKey row, MasterKey from, MasterKey to) {
    return row.open(from)
        .map(dataKey -> SealedKey.of(row.caseId(), dataKey, to))
        .map(
            anew ->
                jdbc.sql("update registry.case_key set wrapped_key = ? where case_id = ?")
                        .params(anew.box(), anew.caseId())
                        .update()
                    == 1)
        .orElse(false);
  }

  private List<SealedKey> after(UUID last) {
    return jdbc.sql(
            "select case_id, wrapped_key from registry.case_key where case_id > ? order by case_id limit ?")
        .params(last, PORTION)
        .query(SealedKey.ROW)
        .list();
  }

  /**
   * What was done.
   *
   * @param sealed cases whose keys were sealed anew
   * @param unreadable cases whose keys the former master key didn't open, and that stay so
   */
  public record Summary(long sealed, long unreadable) {

    private Summary and(boolean done) {
      return done ? new Summary(sealed + 1, unreadable) : new Summary(sealed, unreadable + 1);
    }
  }
}
