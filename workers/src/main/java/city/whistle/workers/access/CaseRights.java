package city.whistle.workers.access;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseViewer;
import city.whistle.workers.unit.Units;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The one place that says whose a case is: every call, list, timeline, reveal, wish and whistle
 * asks here.
 *
 * <ul>
 *   <li>A hotline and the centre see every case.
 *   <li>A unit's system sees the cases that its unit owns, takes part in or was summoned for; a
 *       district those of the units below it, too; and what the client opened itself. A case that
 *       it doesn't see is not there for it.
 *   <li>A report (举报) is never seen by the unit that it accuses, whatever part it has (regulation
 *       of 2021, article 8).
 *   <li>A resident's wish is passed on by the client that opened the case, or by the centre.
 *   <li>Nobody who handles a case withdraws it: the resident must have asked, and who gains by the
 *       end can't say so for him.
 *   <li>A sub-district whistles in its own name alone.
 *   <li>Cases are merged and parted by the hotline and the centre, not by who handles one of them.
 * </ul>
 */
@Component
public class CaseRights {

  private final CaseFiles cases;
  private final Units units;

  CaseRights(CaseFiles cases, Units units) {
    this.cases = cases;
    this.units = units;
  }

  /** The case, if there is one and the caller may know of it. */
  public Optional<CaseFile> seen(Caller caller, String number) {
    return cases.byNumber(number).filter(file -> maySee(caller, file));
  }

  /** For lists, which must not show more than {@link #seen}; null sees everything. */
  public CaseViewer viewer(Caller caller) {
    return caller.isUnit()
        ? new CaseViewer(caller.clientId(), caller.unitCode(), units.withBelow(caller.unitCode()))
        : null;
  }

  /** Those of the cases that the caller may know of. */
  public Set<UUID> seenOf(Caller caller, Collection<UUID> ids) {
    return caller.isUnit() ? cases.seenOf(ids, viewer(caller)) : Set.copyOf(ids);
  }

  /**
   * The case, if the caller may ask for its resident's data; whether he is shown them is for others
   * to say. Empty where it is not there for him.
   */
  public Optional<CaseFile> askable(Caller caller, String number) {
    return cases.byNumber(number).filter(file -> !isAccused(caller, file));
  }

  /**
   * @throws NotAllowed where the caller may not pass on a resident's wish for this case
   */
  public void requireWish(Caller caller, CaseFile file, boolean withdrawal) {
    if (!caller.centre() && !caller.clientId().equals(file.clientId())) {
      throw new NotAllowed(
          "notTheOpener",
          "a resident's wish is passed on by the client that opened the case, or by the centre");
    }
    if (withdrawal && caller.isUnit() && handles(caller, file)) {
      throw new NotAllowed(
          "handlerWithdraws",
          "a unit that handles a case doesn't withdraw it; let the hotline hear the resident");
    }
  }

  /**
   * @throws NotAllowed where the caller would whistle in another's name
   */
  public void requireWhistle(Caller caller, String streetCode) {
    if (caller.isUnit() && !caller.unitCode().equals(streetCode)) {
      throw new NotAllowed("notYourStreet", "a sub-district whistles in its own name alone");
    }
  }

  /**
   * @throws NotAllowed where the caller may not merge or part cases
   */
  public void requireMerging(Caller caller) {
    if (caller.isUnit()) {
      throw new NotAllowed(
          "unitMerges", "cases are merged and parted by the hotline's dispatchers, not by a unit");
    }
  }

  /** A whistle is known to who blew it, who was summoned, and the district above. */
  public boolean maySeeWhistle(Caller caller, String streetCode, Collection<String> summoned) {
    if (!caller.isUnit()) {
      return true;
    }
    List<String> own = units.withBelow(caller.unitCode());
    return own.contains(streetCode) || summoned.stream().anyMatch(own::contains);
  }

  /**
   * For lists of whistles, which must not show more than {@link #maySeeWhistle}: codes of the units
   * that blew it or were summoned; null sees every whistle.
   */
  public List<String> whistlesOf(Collection<Caller> callers) {
    return callers.stream().anyMatch(caller -> !caller.isUnit())
        ? null
        : callers.stream()
            .flatMap(caller -> units.withBelow(caller.unitCode()).stream())
            .distinct()
            .toList();
  }

  /** Whether the case reports this unit. */
  public boolean isAccused(String unitCode, UUID caseId) {
    return unitCode.equals(cases.get(caseId).accusedUnit());
  }

  private boolean maySee(Caller caller, CaseFile file) {
    return !caller.isUnit() || cases.isSeenBy(file.id(), viewer(caller));
  }

  private boolean handles(Caller caller, CaseFile file) {
    return file.owner() != null && units.withBelow(caller.unitCode()).contains(file.owner().code())
        || cases.takesPart(file.id(), caller.unitCode());
  }

  private static boolean isAccused(Caller caller, CaseFile file) {
    return caller.isUnit() && caller.unitCode().equals(file.accusedUnit());
  }
}
