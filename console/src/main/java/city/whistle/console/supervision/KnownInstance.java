package city.whistle.console.supervision;

import city.whistle.workers.casefile.CaseFile;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ProcessInstance;
import java.util.Optional;

/**
 * A process instance that a person may know of.
 *
 * @param file its case; empty where it is of none
 * @param root key of the outermost instance that called it; its own where nobody did
 */
record KnownInstance(ProcessInstance instance, Optional<CaseFile> file, long root) {

  long key() {
    return instance.getProcessInstanceKey();
  }

  /** Null where it is of no case. */
  String number() {
    return file.map(CaseFile::number).orElse(null);
  }

  /** Null where it is of no case. */
  String title() {
    return file.map(one -> one.about().title()).orElse(null);
  }

  boolean isRunning() {
    return instance.getState() == ProcessInstanceState.ACTIVE;
  }

  boolean isCalled() {
    return root != key();
  }

  String path() {
    return path(key());
  }

  static String path(long key) {
    return "/supervision/instances/" + key;
  }
}
