package city.whistle.workers.api;

/** A system that may call the API. */
record ApiClient(String id, String name) {

  /** Under this name a request carries its client. */
  static final String ATTRIBUTE = "whistle.apiClient";
}
