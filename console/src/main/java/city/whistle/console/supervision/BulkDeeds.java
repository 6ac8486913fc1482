package city.whistle.console.supervision;

import city.whistle.console.account.Person;
import city.whistle.console.supervision.Bulk.Item;
import city.whistle.console.supervision.Bulk.State;
import city.whistle.console.supervision.CaseInstances.Hindrance;
import city.whistle.console.supervision.ManyChange.Verdict;
import city.whistle.console.tasks.Refused;
import city.whistle.console.tasks.WorkTask;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.stuck.SupervisorUrges.NobodyHears;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does one row of a bulk, and notes what came of it. Told twice, it is done once: an urge is noted
 * in the transaction that urges; a task or an instance that already is where it should be is left
 * there, and an incident that is gone is over.
 */
@Component
class BulkDeeds {

  private final StuckList list;
  private final CaseInstances instances;
  private final Interventions interventions;
  private final KnownInstances known;
  private final ManyChanges changes;
  private final BulkCohorts cohorts;
  private final BulkStore store;
  private final TransactionTemplate transaction;

  BulkDeeds(
      StuckList list,
      CaseInstances instances,
      Interventions interventions,
      KnownInstances known,
      ManyChanges changes,
      BulkCohorts cohorts,
      BulkStore store,
      TransactionTemplate transaction) {
    this.list = list;
    this.instances = instances;
    this.interventions = interventions;
    this.known = known;
    this.changes = changes;
    this.cohorts = cohorts;
    this.store = store;
    this.transaction = transaction;
  }

  /**
   * @throws city.whistle.workers.stuck.EngineView.EngineAway where the engine doesn't answer; the
   *     item stays pending
   */
  void act(Person person, Bulk bulk, Item item) {
    if (bulk.cohort() != null) {
      change(person, bulk, item);
    } else {
      actOnCase(person, bulk, item);
    }
  }

  private void actOnCase(Person person, Bulk bulk, Item item) {
    Optional<CaseFile> file = list.find(person, item.number());
    if (file.isEmpty()) {
      store.outcome(bulk.id(), item.n(), State.REFUSED, "notYours");
      return;
    }
    switch (bulk.action()) {
      case Bulk.URGE -> urge(person, bulk, item, file.get());
      case Bulk.RETRY -> retry(person, bulk, item, file.get());
      default -> reassign(person, bulk, item, file.get());
    }
  }

  private void urge(Person person, Bulk bulk, Item item, CaseFile file) {
    try {
      transaction.executeWithoutResult(
          status -> {
            if (store.outcome(bulk.id(), item.n(), State.DONE, "")) {
              interventions.urge(person, file, bulk.reason());
            }
          });
    } catch (NobodyHears e) {
      store.outcome(bulk.id(), item.n(), State.OVER, "notHeard");
    }
  }

  private void retry(Person person, Bulk bulk, Item item, CaseFile file) {
    Optional<Hindrance> found =
        instances.hindrances(file).stream()
            .filter(one -> item.target().equals(one.key()))
            .findFirst();
    if (found.isEmpty()) {
      store.outcome(bulk.id(), item.n(), State.OVER, "nothingToRetry");
      return;
    }
    engine(bulk, item, () -> interventions.retry(person, file, found.get(), bulk.reason()));
  }

  private void reassign(Person person, Bulk bulk, Item item, CaseFile file) {
    Optional<WorkTask> task = instances.task(file, item.target());
    String to = bulk.to().equals(TaskPeople.BACK_TO_GROUP) ? "" : bulk.to();
    if (task.isEmpty()) {
      store.outcome(bulk.id(), item.n(), State.OVER, "noTask");
    } else if (task.get().assignee() == null ? to.isEmpty() : task.get().isTakenBy(to)) {
      store.outcome(bulk.id(), item.n(), State.OVER, "thereAlready");
    } else {
      engine(bulk, item, () -> interventions.reassign(person, file, task.get(), to, bulk.reason()));
    }
  }

  private void change(Person person, Bulk bulk, Item item) {
    Optional<KnownInstance> of = known.of(person, List.of(item.instance())).stream().findFirst();
    Optional<ManyChange> change = changes.of(bulk, bulk.to(), bulk.cohort().steps());
    if (of.isEmpty() || change.isEmpty()) {
      store.outcome(bulk.id(), item.n(), State.REFUSED, of.isEmpty() ? "notYours" : "noTarget");
    } else if (change.get().isDone(of.get(), item)) {
      store.outcome(bulk.id(), item.n(), State.OVER, "thereAlready");
    } else {
      change(person, bulk, item, of.get(), change.get());
    }
  }

  /** Only what still is what was shown is done. */
  private void change(Person person, Bulk bulk, Item item, KnownInstance of, ManyChange change) {
    Verdict verdict = cohorts.judge(bulk.cohort(), change, of, item);
    if (!verdict.isYes()) {
      State state = of.isRunning() ? State.REFUSED : State.OVER;
      store.outcome(bulk.id(), item.n(), state, verdict.why());
    } else if (!verdict.detail().equals(item.detail())) {
      store.outcome(bulk.id(), item.n(), State.REFUSED, "wentOn");
    } else {
      engine(bulk, item, () -> change.act(person, of, item, bulk.reason()));
    }
  }

  private void engine(Bulk bulk, Item item, Runnable deed) {
    try {
      deed.run();
      store.outcome(bulk.id(), item.n(), State.DONE, "");
    } catch (Refused e) {
      store.outcome(bulk.id(), item.n(), State.REFUSED, e.getMessage());
    }
  }
}
