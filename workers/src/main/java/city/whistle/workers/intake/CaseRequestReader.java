package city.whistle.workers.intake;

import city.whistle.workers.attachment.Attachments;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseVariable;
import city.whistle.workers.catalogue.Categories;
import city.whistle.workers.intake.CaseRequest.Resident;
import city.whistle.workers.notification.text.Language;
import city.whistle.workers.request.RequestFields;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reads and checks what a hotline sends for a new case, by the API or as variable {@code intake}.
 */
@Component
public class CaseRequestReader {

  private static final Set<String> KINDS =
      new TreeSet<>(Set.of("inquiry", "help", "complaint", "report", "suggestion"));
  private static final Set<String> CHANNELS =
      new TreeSet<>(
          Set.of(
              "phone",
              "web",
              "app",
              "wechat",
              "weibo",
              "sms",
              "letter",
              "visit",
              "patrol",
              "transfer"));
  private static final Set<String> LANGUAGES =
      Arrays.stream(Language.values())
          .map(Language::wireName)
          .collect(Collectors.toCollection(TreeSet::new));
  private static final Set<String> EMERGENCY_LINES =
      new TreeSet<>(Set.of("110", "119", "120", "122"));

  /** What a server takes that knows nothing of SMTPUTF8: ASCII, and no quoting. */
  private static final Pattern EMAIL =
      Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

  /** Clocks differ; what has not happened yet can't be complained of. */
  private static final Duration AHEAD_MAX = Duration.ofDays(1);

  private final PlaceReader places;
  private final Units units;
  private final Categories categories;
  private final CaseFiles cases;
  private final CityTime time;

  CaseRequestReader(
      PlaceReader places, Units units, Categories categories, CaseFiles cases, CityTime time) {
    this.places = places;
    this.units = units;
    this.categories = categories;
    this.cases = cases;
    this.time = time;
  }

  /**
   * @throws city.whistle.workers.request.InvalidRequest naming every bad field
   */
  public CaseRequest read(JsonNode body) {
    RequestFields fields = RequestFields.of(body);
    String kind = orElse(fields.oneOf("kind", KINDS), "complaint");
    RequestFields noticed = fields.object("signals");
    boolean overruled = overruled(noticed);
    CaseRequest request =
        new CaseRequest(
            fields.requiredText("externalId", 100),
            required(fields, "channel", CHANNELS),
            kind,
            fields.requiredText("title", 200),
            fields.requiredText("content", 10_000),
            category(fields),
            places.read(fields.object("place")),
            resident(fields.object("resident")),
            Boolean.TRUE.equals(fields.flag("confidential")) || kind.equals(CaseFile.REPORT),
            occurredAt(fields),
            accused(fields, kind),
            photos(fields),
            signals(noticed),
            overruled);
    if (CaseVariable.PATROL.equals(request.channel()) && request.resident().isNamed()) {
      fields.refuse("resident", "must be left out of what a patrol found: nobody complained");
    }
    fields.refuseOthers();
    fields.throwIfWrong();
    return request;
  }

  private static String required(RequestFields fields, String name, Set<String> values) {
    return fields.requiredText(name, 100) == null ? null : fields.oneOf(name, values);
  }

  private String category(RequestFields fields) {
    return fields.checkedText(
        "categoryCode",
        20,
        code -> categories.find(code).isPresent(),
        "must be the code of a category of the third level");
  }

  private static Resident resident(RequestFields fields) {
    Resident resident =
        new Resident(
            fields.text("name", 100),
            fields.textOrNumber("phone", 100),
            fields.checkedText(
                "email",
                200,
                text -> EMAIL.matcher(text).matches(),
                "must be an e-mail address in ASCII letters: to others we can't write"),
            fields.oneOf("language", LANGUAGES));
    fields.refuseOthers();
    return resident;
  }

  private String accused(RequestFields fields, String kind) {
    String code =
        fields.checkedText(
            "accusedUnit", 40, unit -> units.find(unit).isPresent(), "must be a unit's code");
    return code == null || kind.equals(CaseFile.REPORT)
        ? code
        : fields.refuse("accusedUnit", "belongs to a report: kind must be " + CaseFile.REPORT);
  }

  /** Photos themselves come apart: an opening must not be lost with one. */
  private static int photos(RequestFields fields) {
    Integer photos =
        fields.wholeNumber(
            "attachments",
            Attachments.PER_CASE_MAX,
            "must be the number (0 to %d) of photos that will follow, each by PUT /api/cases/{number}/attachments/{id}"
                .formatted(Attachments.PER_CASE_MAX));
    return photos == null ? 0 : photos;
  }

  private OffsetDateTime occurredAt(RequestFields fields) {
    OffsetDateTime occurred = fields.time("occurredAt");
    return occurred != null && occurred.isAfter(time.now().plus(AHEAD_MAX))
        ? fields.refuse("occurredAt", "must not lie in the future")
        : occurred;
  }

  /** The agent, who hears the caller, overrules the category; nothing overrules the agent. */
  private static boolean overruled(RequestFields fields) {
    boolean overruled = Boolean.TRUE.equals(fields.flag("emergencyOverruled"));
    if (overruled
        && (fields.has("emergencyLine") || Boolean.TRUE.equals(fields.flag("emergency")))) {
      fields.refuse("emergencyOverruled", "can't be said of what is said to be an emergency");
    }
    return overruled;
  }

  private Signals signals(RequestFields fields) {
    String line = fields.oneOf("emergencyLine", EMERGENCY_LINES);
    Signals signals =
        new Signals(
            Boolean.TRUE.equals(fields.flag("emergency")) || line != null,
            line,
            Boolean.TRUE.equals(fields.flag("legalChannel")),
            fields.checkedText(
                "repeatOf",
                40,
                number -> cases.byNumber(number).isPresent(),
                "must be the number of a case"),
            Boolean.TRUE.equals(fields.flag("secret")),
            Boolean.TRUE.equals(fields.flag("beyondDuty")),
            Boolean.TRUE.equals(fields.flag("unlawful")));
    fields.refuseOthers();
    return signals;
  }

  private static String orElse(String value, String other) {
    return value == null ? other : value;
  }
}
