package city.whistle.console.account;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Changes a password for whoever knows the present one; wrong attempts count as at sign-in. */
@Component
public class PasswordChange {

  private final Accounts accounts;
  private final Passwords passwords;
  private final SignInFailures failures;
  private final Sessions sessions;

  PasswordChange(
      Accounts accounts, Passwords passwords, SignInFailures failures, Sessions sessions) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.passwords = passwords;
    this.failures = failures;
  }

  public boolean hasPassword(String personId) {
    return accounts.passwordHash(personId).isPresent();
  }

  /** For how long nobody signs in by this name; empty where it isn't locked. */
  public Optional<Duration> lock(String personId) {
    return failures.lock(personId);
  }

  /** For whoever has a one-time link: an administrator vouches for him, so a lock is lifted. */
  public void choose(String personId, String wanted) {
    accounts.setPassword(personId, passwords.hash(wanted));
    failures.succeeded(personId);
    sessions.end(personId, null);
  }

  public Outcome change(String personId, String current, String wanted) {
    if (failures.lock(personId).isPresent()) {
      return Outcome.LOCKED;
    }
    try {
      if (!passwords.matches(current, accounts.passwordHash(personId))) {
        failures.failed(personId);
        return Outcome.WRONG;
      }
    } catch (PasswordsBusy e) {
      return Outcome.BUSY;
    }
    failures.succeeded(personId);
    accounts.setPassword(personId, passwords.hash(wanted));
    return Outcome.CHANGED;
  }

  /** What came of it. */
  public enum Outcome {
    CHANGED,
    /** The present password was another. */
    WRONG,
    /** There were too many wrong attempts. */
    LOCKED,
    /** So many sign in at once that it wasn't looked at. */
    BUSY
  }
}
