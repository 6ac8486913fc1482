package city.whistle.console.signin;

import city.whistle.console.account.Passwords;
import city.whistle.console.layout.Problems;

/** What is wrong with a new password that was typed twice. */
final class PasswordForm {

  private PasswordForm() {}

  static Problems problems(Passwords passwords, String personId, String password, String again) {
    Problems problems = Problems.none();
    passwords
        .problem(personId, password)
        .ifPresent(
            key -> problems.add("password", key, Passwords.LENGTH_MIN, Passwords.LENGTH_MAX));
    if (!password.equals(again)) {
      problems.add("again", "password.differs");
    }
    return problems;
  }
}
