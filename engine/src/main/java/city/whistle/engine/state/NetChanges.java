package city.whistle.engine.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What many changes together ask of the store: per relation rows to insert, update, delete. */
public record NetChanges(List<OfRelation<?>> relations) {

  /** The net changes of one relation; no key stands in two of the lists. */
  public record OfRelation<R extends Row>(
      Relation<R> relation, List<R> inserts, List<R> updates, List<Long> deletes) {}

  public boolean isEmpty() {
    return relations.isEmpty();
  }

  static NetChanges of(List<Change<?>> changes) {
    Map<Relation<?>, Collector<?>> collectors = new LinkedHashMap<>();
    for (Change<?> change : changes) {
      collect(change, collectors);
    }
    return new NetChanges(
        collectors.values().stream()
            .<OfRelation<?>>map(Collector::net)
            .filter(NetChanges::any)
            .toList());
  }

  @SuppressWarnings("unchecked")
  private static <R extends Row> void collect(
      Change<R> change, Map<Relation<?>, Collector<?>> collectors) {
    Collector<R> collector =
        (Collector<R>)
            collectors.computeIfAbsent(change.relation(), r -> new Collector<>((Relation<R>) r));
    collector.add(change);
  }

  private static boolean any(OfRelation<?> net) {
    return !(net.inserts.isEmpty() && net.updates.isEmpty() && net.deletes.isEmpty());
  }

  private static final class Collector<R extends Row> {

    private final Relation<R> relation;
    private final Map<Long, Net<R>> rows = new LinkedHashMap<>();

    Collector(Relation<R> relation) {
      this.relation = relation;
    }

    void add(Change<R> change) {
      Net<R> earlier = rows.get(change.key());
      rows.put(
          change.key(),
          earlier == null
              ? new Net<>(change.before() != null, change.stored(), change.lasting())
              : new Net<>(earlier.existed, change.stored(), earlier.lasting || change.lasting()));
    }

    OfRelation<R> net() {
      List<R> inserts = new ArrayList<>();
      List<R> updates = new ArrayList<>();
      List<Long> deletes = new ArrayList<>();
      for (Map.Entry<Long, Net<R>> entry : rows.entrySet()) {
        Net<R> net = entry.getValue();
        if (net.lasting) {
          place(entry.getKey(), net, inserts, updates, deletes);
        }
      }
      return new OfRelation<>(relation, inserts, updates, deletes);
    }

    private void place(
        long key, Net<R> net, Collection<R> inserts, Collection<R> updates, List<Long> deletes) {
      if (net.stored != null) {
        (net.existed ? updates : inserts).add(net.stored);
      } else if (net.existed) {
        deletes.add(key);
      }
    }
  }

  private record Net<R>(boolean existed, R stored, boolean lasting) {}
}
