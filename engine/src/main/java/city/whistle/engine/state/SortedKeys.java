package city.whistle.engine.state;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Keys in their order. Most indexes have one or a few rows for a value, and an open case has dozens
 * of such values: a few keys take no more room than an array does, many are a tree.
 */
final class SortedKeys {

  /** Moving so many along costs less than a tree's entries do. */
  private static final int FEW = 32;

  private long[] few = {};
  private TreeSet<Long> many;

  void add(long key) {
    if (many != null) {
      many.add(key);
      return;
    }
    int place = Arrays.binarySearch(few, key);
    if (place >= 0) {
      return;
    }
    if (few.length == FEW) {
      many = new TreeSet<>();
      LongStream.of(few).forEach(many::add);
      many.add(key);
      few = null;
    } else {
      insert(-place - 1, key);
    }
  }

  private void insert(int place, long key) {
    long[] more = new long[few.length + 1];
    System.arraycopy(few, 0, more, 0, place);
    more[place] = key;
    System.arraycopy(few, place, more, place + 1, few.length - place);
    few = more;
  }

  /** Nothing where it isn't there. */
  void remove(long key) {
    if (many != null) {
      many.remove(key);
      return;
    }
    int place = Arrays.binarySearch(few, key);
    if (place >= 0) {
      long[] less = new long[few.length - 1];
      System.arraycopy(few, 0, less, 0, place);
      System.arraycopy(few, place + 1, less, place, less.length - place);
      few = less;
    }
  }

  int size() {
    return many == null ? few.length : many.size();
  }

  boolean isEmpty() {
    return size() == 0;
  }

  /** Only where there is one. */
  long first() {
    return many == null ? few[0] : many.first();
  }

  /** Only where there is one. */
  long last() {
    return many == null ? few[few.length - 1] : many.last();
  }

  /** Lazily, for as long as none comes or goes. */
  LongStream stream() {
    return many == null ? LongStream.of(few) : many.stream().mapToLong(Long::longValue);
  }

  /** Those greater than the first and not than the last. */
  LongStream between(long first, long last) {
    return many == null
        ? LongStream.of(few).filter(key -> key > first && key <= last)
        : many.subSet(first, false, last, true).stream().mapToLong(Long::longValue);
  }
}
