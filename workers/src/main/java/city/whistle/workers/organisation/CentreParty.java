package city.whistle.workers.organisation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One of a joint enforcement centre.
 *
 * @param holder code of the unit as the list has it; of the sub-district's own body for {@code
 *     ownTeam}
 * @param role {@code ownTeam}, {@code base}, {@code resident} or {@code onCall}
 * @param unit code of the unit that is summoned for it, which may be the holder's heir; left out
 *     for the own team, and where nobody is
 * @param onDuty by the rota of that hour; of those in residence the rota says nothing
 * @param gap why nobody is summoned, {@code nobodyOnDuty}, {@code abolished} or {@code accused};
 *     left out where somebody is
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CentreParty(
    String holder, String role, String name, String unit, List<OnDuty> onDuty, String gap) {

  public static final String OWN_TEAM = "ownTeam";
  public static final String ON_CALL = "onCall";
  public static final String NOBODY_ON_DUTY = "nobodyOnDuty";
  public static final String ABOLISHED = "abolished";
  public static final String ACCUSED = "accused";

  @JsonIgnore
  public boolean isSummoned() {
    return unit != null;
  }

  /** The same, with nobody summoned. */
  public CentreParty without(String why) {
    return new CentreParty(holder, role, name, null, onDuty, why);
  }

  /** The same, summoned since it was asked for by name, also where nobody of it is on call. */
  public CentreParty with(String summoned) {
    return new CentreParty(holder, role, name, summoned, onDuty, null);
  }
}
