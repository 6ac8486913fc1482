package city.whistle.console.ranking;

import city.whistle.console.layout.Sheet;
import city.whistle.console.layout.Texts;
import java.io.IOException;

/** Lines of the files of what units asked. */
final class RequestSheet {

  private RequestSheet() {}

  static void head(Sheet sheet, Texts t) throws IOException {
    sheet.row(
        t.say("requests.askedAt"),
        t.say("person.unit"),
        t.say("cases.number"),
        t.say("requests.ground"),
        t.say("requests.evidence"),
        t.say("requests.state"),
        t.say("intervene.reason"),
        t.say("requests.decidedBy"),
        t.say("requests.decidedAt"));
  }

  static void write(Sheet sheet, Texts t, RequestsPage.Row row) throws IOException {
    sheet.row(
        t.exact(row.askedAt()),
        row.unit(),
        row.number(),
        row.ground().name(t.isChinese()),
        row.evidence(),
        t.say("requests.state." + row.state()),
        row.reason(),
        row.decidedBy(),
        row.decidedAt() == null ? null : t.exact(row.decidedAt()));
  }
}
