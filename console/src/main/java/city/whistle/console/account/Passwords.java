package city.whistle.console.account;

import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What a password must be, and how it is kept: Argon2id. */
@Component
public class Passwords {

  public static final int LENGTH_MIN = 10;

  /** Longer ones would only cost time. */
  public static final int LENGTH_MAX = 200;

  private static final int DIFFERENT_MIN = 5;

  private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

  /** Compared with where nobody has the name, so that it takes as long. */
  private final String nobodys = encoder.encode("nobody's");

  public String hash(String password) {
    return encoder.encode(password);
  }

  /** Takes as long whether or not there is a hash. */
  boolean matches(String password, Optional<String> hash) {
    if (password.length() > LENGTH_MAX) {
      return false;
    }
    boolean equal = encoder.matches(password, hash.orElse(nobodys));
    return equal && hash.isPresent();
  }

  /** What is wrong with it, as a message's key; empty where nothing is. */
  public Optional<String> problem(String personId, String password) {
    if (password.length() < LENGTH_MIN) {
      return Optional.of("password.tooShort");
    }
    if (password.length() > LENGTH_MAX) {
      return Optional.of("password.tooLong");
    }
    if (password.toLowerCase(Locale.ROOT).contains(personId)) {
      return Optional.of("password.holdsName");
    }
    return password.chars().distinct().count() < DIFFERENT_MIN
        ? Optional.of("password.tooEven")
        : Optional.empty();
  }
}
