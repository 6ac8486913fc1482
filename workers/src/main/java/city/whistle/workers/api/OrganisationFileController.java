package city.whistle.workers.api;

import city.whistle.workers.sheet.Mistake;
import city.whistle.workers.sheet.MistakeKind;
import city.whistle.workers.sheet.SheetChange;
import city.whistle.workers.sheet.SheetDesk;
import city.whistle.workers.sheet.SheetFile;
import city.whistle.workers.sheet.SheetKind;
import city.whistle.workers.sheet.SheetResult;
import city.whistle.workers.sheet.SheetRun;
import city.whistle.workers.sheet.Sheets;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Organisation, rota and catalogue as CSV files. */
@RestController
@RequestMapping("/api/organisation")
class OrganisationFileController {

  private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  private final Sheets sheets;
  private final SheetDesk desk;

  OrganisationFileController(Sheets sheets, SheetDesk desk) {
    this.sheets = sheets;
    this.desk = desk;
  }

  @GetMapping("/{kind}")
  @Needs(Scope.ORGANISATION)
  void export(@PathVariable String kind, HttpServletResponse response) throws IOException {
    SheetKind sheet = kind(kind);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + sheet.wireName() + ".csv\"");
    sheets.export(sheet, response.getOutputStream());
  }

  /** The body is the file. It is looked at; with {@code apply=true} imported where it is right. */
  @PostMapping(
      path = "/{kind}",
      consumes = {"text/csv", "application/octet-stream"})
  @Needs(Scope.ORGANISATION)
  @TakesUpTo(SheetFile.BYTES_MAX)
  ResponseEntity<RunView> bring(
      @PathVariable String kind,
      @RequestBody byte[] body,
      QueryFields query,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    SheetKind sheet = kind(kind);
    Boolean apply =
        query.read(
            "apply",
            text -> Optional.of(text).filter(t -> t.matches("true|false")).map(Boolean::valueOf),
            "must be true or false");
    query.throwIfWrong();
    UUID id = desk.bring(sheet, body, "api:" + client.id(), Boolean.TRUE.equals(apply));
    return ResponseEntity.accepted()
        .location(URI.create("/api/organisation/imports/" + id))
        .body(view(id));
  }

  @GetMapping("/imports/{id}")
  @Needs(Scope.ORGANISATION)
  RunView show(@PathVariable String id) {
    return view(id(id));
  }

  /** Imports a file that was looked at and found right. */
  @PostMapping("/imports/{id}/apply")
  @Needs(Scope.ORGANISATION)
  @ResponseStatus(HttpStatus.ACCEPTED)
  RunView apply(@PathVariable String id) {
    view(id(id));
    if (!desk.apply(id(id))) {
      throw new NotChecked();
    }
    return view(id(id));
  }

  private RunView view(UUID id) {
    return desk.find(id).map(RunView::of).orElseThrow(OrganisationFileController::noFile);
  }

  private static SheetKind kind(String kind) {
    return SheetKind.of(kind).orElseThrow(() -> new NotFound("there is no such list"));
  }

  private static UUID id(String id) {
    return Optional.of(id)
        .filter(text -> text.matches(UUID_FORM))
        .map(UUID::fromString)
        .orElseThrow(OrganisationFileController::noFile);
  }

  private static NotFound noFile() {
    return new NotFound("there is no file with this id, or it was brought long ago");
  }

  /** The file waits, is wrong, or was imported. */
  static class NotChecked extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotChecked() {
      super("only a file that was looked at and found right is imported; look at its state");
    }
  }

  /**
   * A file and what came of it.
   *
   * @param rows left out until it was looked at, as are all that follow
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RunView(
      UUID id,
      String kind,
      String state,
      int done,
      int total,
      OffsetDateTime broughtAt,
      OffsetDateTime endedAt,
      Integer rows,
      Integer added,
      Integer changed,
      Integer same,
      Integer wrong,
      List<MistakeView> mistakes,
      List<SheetChange> changes) {

    static RunView of(SheetRun run) {
      SheetResult result = run.result();
      boolean open = result == null;
      return new RunView(
          run.id(),
          run.kind().wireName(),
          run.state(),
          run.done(),
          run.total(),
          run.broughtAt(),
          run.endedAt(),
          open ? null : result.rows(),
          open ? null : result.added(),
          open ? null : result.changed(),
          open ? null : result.same(),
          open ? null : result.wrong(),
          open ? null : result.mistakes().stream().map(MistakeView::of).toList(),
          open ? null : result.changes());
    }
  }

  /**
   * What is wrong.
   *
   * @param line from 1; 0 for the file as a whole
   * @param column empty for the whole line
   */
  record MistakeView(int line, String column, MistakeKind kind, String message) {

    static MistakeView of(Mistake mistake) {
      return new MistakeView(
          mistake.line(),
          mistake.column(),
          mistake.kind(),
          mistake.kind().english(mistake.detail()));
    }
  }
}
