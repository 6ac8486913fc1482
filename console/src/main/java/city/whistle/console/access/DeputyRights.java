package city.whistle.console.access;

import city.whistle.console.account.Deputy;
import city.whistle.console.account.HeldRole;
import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Who names and ends deputies: the person himself, who leads him, and administrators. Only an
 * administrator lends what is of one unit to the people of another.
 */
@Component
public class DeputyRights {

  private final Access access;

  DeputyRights(Access access) {
    this.access = access;
  }

  public boolean mayNameFor(Person namer, Person person) {
    return namer.id().equals(person.id()) || namesAnybody(namer) || leads(namer, person);
  }

  /** Whether he may choose the deputy among all accounts. */
  public boolean namesAnybody(Person namer) {
    return access.may(namer, Right.ACCOUNTS);
  }

  public boolean mayName(Person namer, Person person, Person deputy) {
    return mayNameFor(namer, person) && (namesAnybody(namer) || areColleagues(person, deputy));
  }

  /** Whoever might name him; and a deputy lays it down himself. */
  public boolean mayEnd(Person who, Person person, Deputy deputy) {
    return deputy.deputyId().equals(who.id()) || mayNameFor(who, person);
  }

  /**
   * All that he would lend is of units that the other leads himself: a lead gains nothing by it,
   * and who stands in for a lead can't prolong that.
   */
  private static boolean leads(Person lead, Person person) {
    List<HeldRole> lent = lendable(person);
    return !lent.isEmpty()
        && lent.stream()
            .allMatch(
                held ->
                    lead.roles().stream()
                        .anyMatch(
                            own -> own.isOwn() && own.role() == Role.LEAD && covers(own, held)));
  }

  private static boolean covers(HeldRole lead, HeldRole held) {
    return lead.unitCode() == null
        ? held.unitCode() == null && held.role() == Role.SUPERVISOR
        : lead.unitCode().equals(held.unitCode());
  }

  private static boolean areColleagues(Person person, Person other) {
    return lendable(person).stream()
        .anyMatch(held -> lendable(other).stream().anyMatch(his -> areAlike(held, his)));
  }

  private static boolean areAlike(HeldRole one, HeldRole other) {
    return Objects.equals(one.unitCode(), other.unitCode())
        && (one.unitCode() != null || one.role() == other.role());
  }

  private static List<HeldRole> lendable(Person person) {
    return person.roles().stream()
        .filter(held -> held.isOwn() && held.role() != Role.ADMIN)
        .toList();
  }
}
