package city.whistle.engine.rest;

import city.whistle.engine.query.Searchable;

/** Variables: cut in searches unless asked otherwise, whole when got by key. */
final class VariableResource {

  void addTo(Routes routes) {
    routes.post(
        "/v2/variables/search",
        call -> {
          Searchable type = isWhole(call) ? Searchable.WHOLE_VARIABLE : Searchable.VARIABLE;
          return call.search((database, wanted) -> database.search(type, wanted));
        });
    routes.get(
        "/v2/variables/{variableKey}",
        call -> {
          long key = call.pathKey("variableKey");
          return call.show(database -> database.get(Searchable.WHOLE_VARIABLE, key));
        });
  }

  static boolean isWhole(Call call) {
    return "false".equals(call.query("truncateValues"));
  }
}
