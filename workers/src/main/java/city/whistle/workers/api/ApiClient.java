package city.whistle.workers.api;

import city.whistle.workers.access.Caller;
import java.util.Set;

/**
 * A system that may call the API.
 *
 * @param unitCode the unit whose system it is; null for the hotline or the centre
 */
record ApiClient(String id, String name, Set<Scope> scopes, String unitCode) {

  /** As the rights know it: who may supervise the city acts for the centre. */
  Caller caller() {
    return new Caller(id, unitCode, unitCode == null && scopes.contains(Scope.SUPERVISE));
  }

  /** Under this name a request carries its client. */
  static final String ATTRIBUTE = "whistle.apiClient";
}
