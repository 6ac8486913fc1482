package city.whistle.workers.intake;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseVariable;
import city.whistle.workers.casefile.NewCase;
import city.whistle.workers.catalogue.Categories;
import city.whistle.workers.catalogue.Category;
import city.whistle.workers.fact.CaseExclusions;
import city.whistle.workers.lane.CaseLanes;
import city.whistle.workers.lane.Lane;
import city.whistle.workers.outbox.EngineCall.StartProcess;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.place.PublicPlaces;
import city.whistle.workers.place.PublicPlaces.Area;
import city.whistle.workers.resident.MasterKey;
import city.whistle.workers.resident.Redaction;
import city.whistle.workers.resident.ResidentVault;
import city.whistle.workers.resident.VaultPart;
import city.whistle.workers.timeline.Timeline;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens cases: row, vault, first line and start of the process in one transaction, once per hotline
 * and its number. What a patrol found is nobody's complaint (未诉先办): the month's figures leave it
 * out from the beginning.
 */
@Component
public class CaseIntake {

  public static final String PROCESS = "complaint-case";

  private final CaseFiles cases;
  private final Categories categories;
  private final ResidentVault vault;
  private final Timeline timeline;
  private final Outbox outbox;
  private final Doubts doubts;
  private final SimilarCases similar;
  private final PublicPlaces places;
  private final CaseExclusions exclusions;
  private final CaseLanes lanes;
  private final MasterKey key;
  private final CityTime time;

  CaseIntake(
      CaseFiles cases,
      Categories categories,
      ResidentVault vault,
      Timeline timeline,
      Outbox outbox,
      Doubts doubts,
      SimilarCases similar,
      PublicPlaces places,
      CaseExclusions exclusions,
      CaseLanes lanes,
      MasterKey key,
      CityTime time) {
    this.doubts = doubts;
    this.similar = similar;
    this.places = places;
    this.exclusions = exclusions;
    this.lanes = lanes;
    this.cases = cases;
    this.categories = categories;
    this.vault = vault;
    this.timeline = timeline;
    this.outbox = outbox;
    this.key = key;
    this.time = time;
  }

  /**
   * Opens the case and has its process started; asked again with the same number and digest,
   * returns the case that is there.
   *
   * @param digest of the request as it came, see {@link RequestDigest}
   * @throws ExternalIdConflict where the number stands for another request
   */
  @Transactional
  public OpenedCase open(String clientId, CaseRequest request, byte[] digest) {
    return find(clientId, request, digest)
        .orElseGet(
            () -> {
              OpenedCase opened = write(clientId, request, digest);
              if (opened.created()) {
                start(opened.file());
              }
              return opened;
            });
  }

  /** Opens the case whose process runs already and brought the request with it. */
  @Transactional
  public OpenedCase openRunning(String clientId, CaseRequest request, byte[] digest) {
    return find(clientId, request, digest).orElseGet(() -> write(clientId, request, digest));
  }

  private Optional<OpenedCase> find(String clientId, CaseRequest request, byte[] digest) {
    return cases
        .byExternalId(clientId, request.externalId())
        .map(file -> repeated(file, clientId, digest));
  }

  private OpenedCase repeated(CaseFile file, String clientId, byte[] digest) {
    if (!Arrays.equals(cases.requestDigest(file.id()), digest)) {
      throw new ExternalIdConflict("case");
    }
    return new OpenedCase(
        file, TrackingCode.of(file.id(), key).text(), similar.of(file.id()), false);
  }

  private OpenedCase write(String clientId, CaseRequest request, byte[] digest) {
    UUID id = UUID.randomUUID();
    TrackingCode tracking = TrackingCode.of(id, key);
    boolean inserted = cases.insert(newCase(id, clientId, request, digest, tracking));
    if (!inserted) {
      // the same request came twice at once, and the other was first
      return find(clientId, request, digest).orElseThrow();
    }
    seal(id, request);
    CaseFile file = cases.get(id);
    Optional<Area> area = publicArea(request, file);
    area.ifPresent(found -> places.note(id, found));
    area.flatMap(found -> lane(found, request)).ifPresent(lane -> lanes.note(id, lane.id()));
    if (!file.about().hasResident()) {
      exclusions.add(id, CaseVariable.PATROL, true);
    }
    List<String> like = similar.note(id, request, area.orElse(null));
    timeline.append(id, "hotline:" + clientId, "CaseReceived", "", facts(file, request, like));
    return new OpenedCase(file, tracking.text(), like, true);
  }

  private Optional<Lane> lane(Area area, CaseRequest request) {
    CaseRequest.Place place = request.place();
    return lanes.match(area.cell(), place.streetCode(), place.address(), time.today());
  }

  /** None of what nobody may trace to a person, nor of a point that isn't believed. */
  private Optional<Area> publicArea(CaseRequest request, CaseFile file) {
    CaseRequest.Place place = request.place();
    boolean doubted =
        file.about().doubts() != null && file.about().doubts().contains(Doubts.PLACE_OUTSIDE);
    return place.latitude() == null || request.confidential() || doubted
        ? Optional.empty()
        : places.area(request.categoryCode(), place.latitude(), place.longitude());
  }

  private static Map<String, Object> facts(
      CaseFile file, CaseRequest request, List<String> similar) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("number", file.number());
    facts.put("channel", file.about().channel());
    facts.put("kind", file.about().kind());
    if (request.photos() > 0) {
      facts.put("attachments", request.photos());
    }
    if (request.emergencyOverruled()) {
      facts.put("emergencyOverruled", true);
    }
    if (!similar.isEmpty()) {
      facts.put("similar", similar);
    }
    return facts;
  }

  private NewCase newCase(
      UUID id, String clientId, CaseRequest request, byte[] digest, TrackingCode tracking) {
    Optional<Category> category = categories.find(request.categoryCode());
    return new NewCase(
        id,
        clientId,
        request.externalId(),
        digest,
        tracking.digest(),
        request.kind(),
        request.channel(),
        category.map(Category::code).orElse(null),
        category.map(Category::name).orElse(null),
        category.map(Category::limitLevel).orElse(Category.USUAL_LEVEL),
        request.place().districtCode(),
        request.place().streetCode(),
        redactedTitle(request),
        request.confidential(),
        request.signalsIn(category),
        request.occurredAt(),
        time.now(),
        request.accusedUnit(),
        doubts.of(request));
  }

  private static String redactedTitle(CaseRequest request) {
    CaseRequest.Resident resident = request.resident();
    return Redaction.of(
        request.title(),
        resident.name(),
        resident.phone(),
        resident.email(),
        request.place().address());
  }

  private void seal(UUID id, CaseRequest request) {
    vault.open(id);
    vault.seal(id, VaultPart.TITLE, request.title());
    vault.seal(id, VaultPart.CONTENT, request.content());
    vault.seal(id, VaultPart.ADDRESS, request.place().address());
    vault.seal(id, VaultPart.NAME, request.resident().name());
    vault.seal(id, VaultPart.PHONE, request.resident().phone());
    vault.seal(id, VaultPart.EMAIL, request.resident().email());
    vault.seal(id, VaultPart.LANGUAGE, request.resident().language());
    if (request.place().latitude() != null && request.place().longitude() != null) {
      vault.seal(
          id, VaultPart.LOCATION, request.place().latitude() + "," + request.place().longitude());
    }
  }

  private void start(CaseFile file) {
    outbox.add(
        new StartProcess(
            PROCESS, Map.of("caseId", file.id().toString()), Set.of("case:" + file.number())));
  }
}
