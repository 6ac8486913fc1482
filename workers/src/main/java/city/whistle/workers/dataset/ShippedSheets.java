package city.whistle.workers.dataset;

import city.whistle.workers.sheet.Mistake;
import city.whistle.workers.sheet.SheetKind;
import city.whistle.workers.sheet.SheetResult;
import city.whistle.workers.sheet.Sheets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Imports the sheets that come with the program; what people brought since stays. */
@Component
class ShippedSheets {

  private static final List<SheetKind> SHIPPED =
      List.of(
          SheetKind.BODIES,
          SheetKind.SUCCESSIONS,
          SheetKind.LANDINGS,
          SheetKind.ROTA,
          SheetKind.POSTINGS,
          SheetKind.DUTIES);

  private final Sheets sheets;

  ShippedSheets(Sheets sheets) {
    this.sheets = sheets;
  }

  void importSheets() {
    SHIPPED.forEach(this::importSheet);
  }

  private void importSheet(SheetKind kind) {
    String name = "data/organisation/" + kind.wireName() + ".csv";
    try (InputStream in = new ClassPathResource(name).getInputStream()) {
      SheetResult result = sheets.importFile(kind, in.readAllBytes(), null, done -> {});
      if (!result.isRight()) {
        Mistake first = result.mistakes().get(0);
        throw new IllegalStateException(
            "%s, line %d, %s: %s"
                .formatted(
                    name, first.line(), first.column(), first.kind().english(first.detail())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be read", e);
    }
  }
}
