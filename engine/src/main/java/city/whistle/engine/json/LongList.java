package city.whistle.engine.json;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * An immutable list from which another one with one item replaced is made cheaply, however long it
 * is: both share all other pieces.
 */
public final class LongList extends AbstractList<Object> implements RandomAccess {

  private static final int PIECE = 512;

  private final Object[][] pieces;
  private final int size;

  private LongList(Object[][] pieces, int size) {
    this.pieces = pieces;
    this.size = size;
  }

  /** The items of the list, filled up with null to the size at least. */
  public static LongList of(List<?> items, int size) {
    if (items instanceof LongList same && same.size >= size) {
      return same;
    }
    List<Object> all = new ArrayList<>(items);
    while (all.size() < size) {
      all.add(null);
    }
    Object[][] pieces = new Object[(all.size() + PIECE - 1) / PIECE][];
    for (int i = 0; i < pieces.length; i++) {
      int end = Math.min(all.size(), (i + 1) * PIECE);
      pieces[i] = all.subList(i * PIECE, end).toArray();
    }
    return new LongList(pieces, all.size());
  }

  /** This list with another item at the index. */
  public LongList with(int index, Object item) {
    Object[][] copy = Arrays.copyOf(pieces, pieces.length);
    copy[index / PIECE] = copy[index / PIECE].clone();
    copy[index / PIECE][index % PIECE] = item;
    return new LongList(copy, size);
  }

  @Override
  public Object get(int index) {
    return pieces[index / PIECE][index % PIECE];
  }

  @Override
  public int size() {
    return size;
  }
}
