package city.whistle.console.people;

import city.whistle.console.account.Accounts;
import city.whistle.console.account.HeldRole;
import city.whistle.console.account.PasswordLinks;
import city.whistle.console.account.Person;
import city.whistle.console.account.ProviderAccounts;
import city.whistle.console.account.Role;
import city.whistle.console.audit.ActionLog;
import city.whistle.console.audit.ActionLog.Deed;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes accounts for an administrator, and notes it. Nobody disables his own account nor ends his
 * own administrator's role, so that one is always left.
 */
@Component
@Transactional
class PersonDesk {

  private static final String NOTHING_MORE = "–";

  private final Accounts accounts;
  private final PasswordLinks links;
  private final ProviderAccounts bound;
  private final ActionLog log;

  PersonDesk(Accounts accounts, PasswordLinks links, ProviderAccounts bound, ActionLog log) {
    this.accounts = accounts;
    this.links = links;
    this.bound = bound;
    this.log = log;
  }

  /** False where somebody has that id already. */
  boolean create(Person admin, String id, String name) {
    boolean created = accounts.create(id, name);
    if (created) {
      note(admin, "accountMade", id, NOTHING_MORE);
    }
    return created;
  }

  void give(Person admin, String id, HeldRole held) {
    accounts.give(id, held.role(), held.unitCode(), held.from(), held.to(), admin.id());
    note(admin, "roleGiven", id, words(held));
  }

  /** False where it is his own, by which he does it. */
  boolean end(Person admin, String id, UUID roleId) {
    HeldRole held =
        accounts.account(id).stream()
            .flatMap(account -> account.roles().stream())
            .filter(one -> one.id().equals(roleId))
            .findFirst()
            .orElse(null);
    if (held == null) {
      return true;
    }
    if (id.equals(admin.id()) && held.role() == Role.ADMIN) {
      return false;
    }
    accounts.end(id, roleId);
    note(admin, "roleEnded", id, words(held));
    return true;
  }

  /** The path of a new one-time link. */
  String link(Person admin, String id) {
    note(admin, "linkMade", id, NOTHING_MORE);
    return links.make(id);
  }

  /** False where it is his own. */
  boolean disable(Person admin, String id) {
    if (id.equals(admin.id())) {
      return false;
    }
    accounts.disable(id, admin.id());
    note(admin, "accountDisabled", id, NOTHING_MORE);
    return true;
  }

  void enable(Person admin, String id) {
    accounts.enable(id);
    note(admin, "accountEnabled", id, NOTHING_MORE);
  }

  void release(Person admin, String id) {
    bound.release(id);
    note(admin, "accountReleased", id, NOTHING_MORE);
  }

  private void note(Person admin, String what, String id, String words) {
    log.done(admin.id(), new Deed(what, null, null, id), words);
  }

  private static String words(HeldRole held) {
    return held.role().wireName()
        + (held.unitCode() == null ? "" : " " + held.unitCode())
        + ", "
        + held.from()
        + " – "
        + (held.to() == null ? "" : held.to());
  }
}
