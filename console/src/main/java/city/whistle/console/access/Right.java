package city.whistle.console.access;

import city.whistle.console.account.Person;
import city.whistle.console.account.Role;
import java.util.Set;

/** What a page or an action needs, and the roles that have it. */
public enum Right {
  /** Signed in, whatever the role: one's own language and password. */
  OWN_ACCOUNT(Role.values()),
  /** The list of tasks, and doing them. */
  TASKS(
      Role.AGENT,
      Role.DISPATCHER,
      Role.HANDLER,
      Role.LEAD,
      Role.CHIEF,
      Role.STEWARD,
      Role.SUPERVISOR,
      Role.POLICY),
  /** Looking at cases; which ones, {@link Access} says of each. */
  CASES(
      Role.AGENT,
      Role.DISPATCHER,
      Role.HANDLER,
      Role.LEAD,
      Role.CHIEF,
      Role.STEWARD,
      Role.SUPERVISOR,
      Role.AUDITOR),
  /** Having a part of a resident's data shown, with a reason. */
  REVEAL(Role.AGENT, Role.HANDLER, Role.LEAD),
  /** Taking a task that somebody else has taken. */
  TAKE_OVER(Role.AGENT, Role.DISPATCHER, Role.HANDLER, Role.LEAD, Role.SUPERVISOR),
  /** Opening cases for callers. */
  INTAKE(Role.AGENT),
  /** Calling residents back. */
  CALLBACKS(Role.AGENT),
  /** Making one order of cases about the same matter, and parting them. */
  MERGE(Role.DISPATCHER),
  /** Looking at whistles. */
  WHISTLES(Role.HANDLER, Role.LEAD, Role.CHIEF, Role.SUPERVISOR, Role.AUDITOR),
  /** Blowing a whistle without a case. */
  BLOW(Role.HANDLER, Role.LEAD),
  /** What stands still, and why. */
  SUPERVISION(Role.SUPERVISOR, Role.AUDITOR),
  /** Urging, reassigning, and acting on what runs in the engine. */
  INTERVENE(Role.SUPERVISOR),
  /** Giving a task to somebody else, or back to its group. */
  REASSIGN(Role.LEAD, Role.SUPERVISOR),
  /** Figures of one's own units. */
  FIGURES(Role.HANDLER, Role.LEAD, Role.SUPERVISOR, Role.AUDITOR),
  /** Each month's figures of all units. */
  RANKING(Role.HANDLER, Role.LEAD, Role.SUPERVISOR, Role.POLICY, Role.AUDITOR),
  /** What units asked to have left out of the figures, and appeals against them. */
  REQUESTS(Role.HANDLER, Role.LEAD, Role.SUPERVISOR, Role.AUDITOR),
  /** Asking for it. */
  ASK(Role.HANDLER, Role.LEAD),
  /** What sub-districts own, help with, or may not be given. */
  DUTIES(
      Role.AGENT,
      Role.DISPATCHER,
      Role.HANDLER,
      Role.LEAD,
      Role.SUPERVISOR,
      Role.POLICY,
      Role.AUDITOR,
      Role.ADMIN),
  /** Who did and saw what. */
  AUDIT(Role.AUDITOR, Role.ADMIN),
  /** People, roles, links. */
  ACCOUNTS(Role.ADMIN),
  /** Units, lanes, bodies. */
  ORGANISATION(Role.ADMIN),
  /** Lanes and what patrols found there; which ones, {@link LaneAccess} says. */
  LANES(
      Role.HANDLER, Role.LEAD, Role.CHIEF, Role.STEWARD, Role.SUPERVISOR, Role.AUDITOR, Role.ADMIN),
  /** Saying who is chief, steward and the like in a lane, and from when. */
  LANE_POSTS(Role.LEAD, Role.ADMIN),
  /** Walking lanes and reporting what was found. */
  PATROL(Role.CHIEF, Role.STEWARD),
  /** Judging how a unit did its work in one's lane. */
  JUDGE(Role.CHIEF),
  /** Models, tables, forms. */
  MODELS(Role.POLICY, Role.AUDITOR),
  /** Looking at the months' themes, which are figures and public places alone. */
  THEMES(Role.HANDLER, Role.LEAD, Role.SUPERVISOR, Role.POLICY, Role.AUDITOR),
  /** Beginning a month's theme; choosing it is a task. */
  BEGIN_THEME(Role.POLICY);

  private final Set<Role> roles;

  Right(Role... roles) {
    this.roles = Set.of(roles);
  }

  /** One's own account is there also for who holds no role. */
  public boolean isOf(Person person) {
    return this == OWN_ACCOUNT || person.isOneOf(roles);
  }

  public Set<Role> roles() {
    return roles;
  }
}
