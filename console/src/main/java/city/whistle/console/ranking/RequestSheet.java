package city.whistle.console.ranking;

import city.whistle.console.layout.Sheet;
import city.whistle.console.layout.Texts;
import java.io.IOException;
import java.util.List;

/** Lines of the files of what units asked. */
final class RequestSheet {

  static final List<String> HEAD =
      List.of(
          "requests.askedAt",
          "person.unit",
          "cases.number",
          "requests.ground",
          "requests.evidence",
          "requests.state",
          "intervene.reason",
          "requests.decidedBy",
          "requests.decidedAt");

  private RequestSheet() {}

  static void write(Sheet sheet, Texts t, RequestsPage.Row row) throws IOException {
    sheet.row(
        Sheet.time(row.askedAt()),
        row.unit(),
        row.number(),
        row.ground().name(t.isChinese()),
        row.evidence(),
        t.say("requests.state." + row.state()),
        row.reason(),
        row.decidedBy(),
        Sheet.time(row.decidedAt()));
  }
}
