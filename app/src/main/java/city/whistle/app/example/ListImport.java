package city.whistle.app.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of one of the organisation's lists, brought by the centre. */
final class ListImport {

  private ListImport() {}

  /**
   * Waits until they are imported.
   *
   * @throws IllegalStateException where they can't be, saying what is wrong with them
   */
  static void bring(CaseApi api, Patience patience, String list, List<Map<String, Object>> rows) {
    String id = api.bring(list, rows);
    JsonNode file =
        patience.await(
            "the import of " + list,
            () ->
                Optional.of(api.file(id)).filter(f -> !f.path("state").asText().equals("waiting")));
    if (!file.path("state").asText().equals("imported")) {
      throw new IllegalStateException(list + " can't be imported: " + file.path("mistakes"));
    }
  }
}
