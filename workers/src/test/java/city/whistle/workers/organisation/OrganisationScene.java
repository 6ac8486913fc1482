package city.whistle.workers.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.sheet.SheetKind;
import city.whistle.workers.sheet.SheetResult;
import city.whistle.workers.sheet.Sheets;
import java.nio.charset.StandardCharsets;

/** Brings organisation data as people bring them. */
public final class OrganisationScene {

  private final Sheets sheets;

  public OrganisationScene(Sheets sheets) {
    this.sheets = sheets;
  }

  /** Rows of the file, without source, which is added; the first is its head. */
  public void bring(SheetKind kind, String... rows) {
    StringBuilder file = new StringBuilder(rows[0]).append(",source\n");
    for (int i = 1; i < rows.length; i++) {
      file.append(rows[i]).append(",a test\n");
    }
    SheetResult result =
        sheets.importFile(
            kind, file.toString().getBytes(StandardCharsets.UTF_8), "a test", done -> {});
    assertThat(result.mistakes()).isEmpty();
  }

  public void posted(String... rows) {
    bring(SheetKind.POSTINGS, head("street,holder,role,from,to,people", rows));
  }

  public void onRota(String... rows) {
    bring(SheetKind.ROTA, head("street,place,holder,person,from,to,days,starts,ends,phone", rows));
  }

  public void unit(String... rows) {
    bring(SheetKind.UNITS, head("code,from,to,name,kind,form,parent,heir", rows));
  }

  public void duty(String... rows) {
    bring(SheetKind.DUTIES, head("area,category,level,duty,taker,from,to", rows));
  }

  private static String[] head(String head, String[] rows) {
    String[] all = new String[rows.length + 1];
    all[0] = head;
    System.arraycopy(rows, 0, all, 1, rows.length);
    return all;
  }
}
