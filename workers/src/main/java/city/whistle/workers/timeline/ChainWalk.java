package city.whistle.workers.timeline;

import city.whistle.workers.resident.MasterKey;
import city.whistle.workers.timeline.Finding.Kind;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Goes along one timeline, line by line, and tells what doesn't follow. What comes after a broken
 * line is held against what that line says it is, so one change is not found again in each line
 * that follows.
 */
final class ChainWalk {

  private static final int NANOS_A_MILLI = 1_000_000;

  private final UUID subject;
  private final MasterKey key;
  private final Consumer<Finding> findings;

  private int last;
  private byte[] previous = ChainLink.START;

  /** The hash that the last line should have had; the next may be tied to this one, too. */
  private byte[] recomputed = ChainLink.START;

  private byte[] seal;

  /** Nothing found so far: a seal over lines of which one is known to differ says nothing more. */
  private boolean whole = true;

  ChainWalk(UUID subject, MasterKey key, Consumer<Finding> findings) {
    this.subject = subject;
    this.key = key;
    this.findings = findings;
  }

  void line(StoredLine line) {
    int seq = line.entry().seq();
    boolean gap = seq != last + 1;
    if (gap) {
      tell(last + 1, Kind.MISSING);
    }
    byte[] asTied = ChainLink.hash(line.previous(), subject, line.entry());
    look(line, asTied, gap || tiedToTheLast(line));
    last = seq;
    previous = line.hash();
    recomputed = asTied;
    seal = ChainSeal.after(seal, line.hash(), key);
  }

  private boolean tiedToTheLast(StoredLine line) {
    return Arrays.equals(line.previous(), previous) || Arrays.equals(line.previous(), recomputed);
  }

  private void look(StoredLine line, byte[] asTied, boolean tied) {
    boolean holds = Arrays.equals(asTied, line.hash()) && isWholeMillis(line.entry());
    if (!tied && Arrays.equals(ChainLink.hash(previous, subject, line.entry()), line.hash())) {
      tell(line.entry().seq(), Kind.LINK);
    } else if (!holds) {
      tell(line.entry().seq(), Kind.TEXT);
    } else if (!tied) {
      tell(line.entry().seq(), Kind.ORDER);
    }
  }

  /** A hash has the time to the millisecond; a finer one was never written. */
  private static boolean isWholeMillis(TimelineEntry entry) {
    return entry.at().getNano() % NANOS_A_MILLI == 0;
  }

  /**
   * @param head null where none is kept
   */
  void end(TimelineHead head) {
    if (head == null) {
      tell(0, Kind.NO_END);
    } else if (head.seq() > last) {
      tell(last + 1, Kind.MISSING);
    } else if (head.seq() < last) {
      tell(head.seq() + 1, Kind.ADDED);
    } else if (!Arrays.equals(head.hash(), previous)) {
      tell(last, Kind.END_TEXT);
    } else if (whole && !Arrays.equals(head.seal(), seal)) {
      tell(last, Kind.SEAL);
    }
  }

  private void tell(int line, Kind kind) {
    whole = false;
    findings.accept(new Finding(subject, line, kind));
  }
}
