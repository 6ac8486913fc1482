package city.whistle.workers.api;

import java.util.Set;

/**
 * A system that may call the API.
 *
 * @param unitCode the unit whose system it is; null for the hotline or the centre
 */
record ApiClient(String id, String name, Set<Scope> scopes, String unitCode) {

  /** Under this name a request carries its client. */
  static final String ATTRIBUTE = "whistle.apiClient";
}
