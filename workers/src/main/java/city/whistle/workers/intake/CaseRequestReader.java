package city.whistle.workers.intake;

import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.catalogue.Categories;
import city.whistle.workers.intake.CaseRequest.Place;
import city.whistle.workers.intake.CaseRequest.Resident;
import city.whistle.workers.notification.text.Language;
import city.whistle.workers.request.RequestFields;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.databind.JsonNode;
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
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,19}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private final Units units;
  private final Categories categories;
  private final CaseFiles cases;

  CaseRequestReader(Units units, Categories categories, CaseFiles cases) {
    this.units = units;
    this.categories = categories;
    this.cases = cases;
  }

  /**
   * @throws city.whistle.workers.request.InvalidRequest naming every bad field
   */
  public CaseRequest read(JsonNode body) {
    RequestFields fields = RequestFields.of(body);
    CaseRequest request =
        new CaseRequest(
            fields.requiredText("externalId", 100),
            required(fields, "channel", CHANNELS),
            orElse(fields.oneOf("kind", KINDS), "complaint"),
            fields.requiredText("title", 200),
            fields.requiredText("content", 10_000),
            category(fields),
            place(fields.object("place")),
            resident(fields.object("resident")),
            Boolean.TRUE.equals(fields.flag("confidential")),
            occurredAt(fields),
            signals(fields.object("signals")));
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

  private Place place(RequestFields fields) {
    String district = fields.requiredText("districtCode", 20);
    if (district != null && units.find(district, UnitKind.DISTRICT).isEmpty()) {
      fields.refuse("districtCode", "must be the code of a district such as 110102");
    }
    String street =
        fields.checkedText(
            "streetCode",
            20,
            code ->
                units
                    .find(code, UnitKind.STREET)
                    .filter(unit -> unit.parentCode().equals(district))
                    .isPresent(),
            "must be the code of a sub-district or township of the district");
    Place place =
        new Place(
            district,
            street,
            fields.text("address", 300),
            fields.number("latitude", -90, 90),
            fields.number("longitude", -180, 180));
    fields.refuseOthers();
    return place;
  }

  private static Resident resident(RequestFields fields) {
    Resident resident =
        new Resident(
            fields.text("name", 100),
            fields.checkedText(
                "phone", 30, text -> PHONE.matcher(text).matches(), "must be a phone number"),
            fields.checkedText(
                "email", 200, text -> EMAIL.matcher(text).matches(), "must be an e-mail address"),
            fields.oneOf("language", LANGUAGES));
    fields.refuseOthers();
    return resident;
  }

  private static OffsetDateTime occurredAt(RequestFields fields) {
    return fields.time("occurredAt");
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
