package city.whistle.workers.timeline;

import city.whistle.workers.resident.MasterKey;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Counts the records that are there, and holds them against the ledgers. */
final class LedgerCheck {

  private final MasterKey key;
  private final long[] records = new long[Ledger.SHARDS];
  private final byte[][] sums = new byte[Ledger.SHARDS][Sum.BYTES];

  LedgerCheck(MasterKey key) {
    this.key = key;
  }

  void add(SealedRecord record) {
    int shard = Ledger.shardOf(record.subject());
    records[shard]++;
    sums[shard] = Sum.with(sums[shard], record.digest(key));
  }

  /** Tells each shard whose ledger says otherwise, or is missing. */
  void check(List<Ledger> ledgers, IntConsumer wrong) {
    IntStream.range(0, Ledger.SHARDS)
        .filter(
            shard ->
                ledgers.stream()
                    .filter(ledger -> ledger.shard() == shard)
                    .findFirst()
                    .map(ledger -> !agrees(ledger))
                    .orElse(records[shard] > 0))
        .forEach(wrong);
  }

  private boolean agrees(Ledger ledger) {
    return ledger.holds(key)
        && !ledger.spoiled()
        && ledger.records() == records[ledger.shard()]
        && Arrays.equals(ledger.sum(), sums[ledger.shard()]);
  }
}
