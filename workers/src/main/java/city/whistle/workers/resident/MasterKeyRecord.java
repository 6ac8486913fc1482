package city.whistle.workers.resident;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database knows of the master key: enough to tell the right one from another. */
public final class MasterKeyRecord {

  private final JdbcClient jdbc;
  private final Clock clock;

  public MasterKeyRecord(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** False in a database of an older program, which has no place for it. */
  public boolean isThere() {
    return jdbc.sql("select to_regclass('registry.master_key') is not null")
        .query(Boolean.class)
        .single();
  }

  /** Whether something was sealed with a master key, so that no other one will do. */
  boolean isNeeded() {
    return jdbc.sql(
            """
            select exists (select 1 from registry.case_file) or exists (select 1 from registry.case_key)
              or exists (select 1 from registry.timeline_head)""")
        .query(Boolean.class)
        .single();
  }

  /**
   * The key with the secret of the digests; empty where it is not the one that was used. Where none
   * was used yet, this becomes the one.
   */
  Optional<MasterKey> admit(MasterKey key) {
    Optional<MasterKey> known = unlock(key);
    if (known.isPresent()) {
      return known;
    }
    if (!isNeeded()) {
      set(key.withSecret(MasterKey.random()));
    } else if (stored().isEmpty() && opensWhatIsSealed(key)) {
      set(key);
    }
    return unlock(key);
  }

  /** The key with the secret of the digests; empty where it is not the one that is recorded. */
  public Optional<MasterKey> unlock(MasterKey key) {
    return stored()
        .filter(row -> Arrays.equals(row.checkValue(), key.checkValue()))
        .map(row -> key.withSealedSecret(row.secret()));
  }

  void set(MasterKey key) {
    jdbc.sql(
            """
            insert into registry.master_key (check_value, digest_secret, since) values (?, ?, ?)
            on conflict (singleton) do update set check_value = excluded.check_value,
              digest_secret = excluded.digest_secret, since = excluded.since""")
        .params(key.checkValue(), key.sealedSecret(), clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Of a database from before there was a record; where nothing is left, no key is wrong. */
  private boolean opensWhatIsSealed(MasterKey key) {
    List<SealedKey> some =
        jdbc.sql("select case_id, wrapped_key from registry.case_key limit 1")
            .query(SealedKey.ROW)
            .list();
    return some.stream().allMatch(row -> row.open(key).isPresent());
  }

  private Optional<Stored> stored() {
    return jdbc.sql("select check_value, digest_secret from registry.master_key")
        .query((row, n) -> new Stored(row.getBytes(1), row.getBytes(2)))
        .optional();
  }

  private record Stored(byte[] checkValue, byte[] secret) {}
}
