package city.whistle.engine.contract.kill;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** What the engine said it had done. */
final class Acknowledged {

  /** Case ids of all instances that were asked for, answered or not. */
  final Set<String> asked = ConcurrentHashMap.newKeySet();

  final Set<Long> instances = ConcurrentHashMap.newKeySet();
  final Set<Long> jobs = ConcurrentHashMap.newKeySet();
  final Set<String> messages = ConcurrentHashMap.newKeySet();
  private final Semaphore count = new Semaphore(0);

  void created(long instance) {
    instances.add(instance);
    count.release();
  }

  void completed(long job) {
    jobs.add(job);
    count.release();
  }

  void published(String caseId) {
    messages.add(caseId);
    count.release();
  }

  /** Waits until so many more commands were acknowledged. */
  void await(int more) throws InterruptedException {
    count.acquire(more);
  }
}
