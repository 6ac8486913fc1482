package city.whistle.console.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
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

  /** Of 0 to 4: from here on a stolen hash is not undone in days. */
  private static final int STRENGTH_MIN = 3;

  /** The estimate costs the more the longer it is; this much is enough to tell. */
  private static final int ESTIMATED_MAX = 64;

  private final Zxcvbn estimate = new Zxcvbn();

  private final HashingTurns turns = new HashingTurns();
  private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

  /** Compared with where nobody has the name, so that it takes as long. */
  private final String nobodys = encoder.encode("nobody's");

  public String hash(String password) {
    return turns.patiently(() -> encoder.encode(password));
  }

  /**
   * Takes as long whether or not there is a hash.
   *
   * @throws PasswordsBusy where it isn't looked at now
   */
  boolean matches(String password, Optional<String> hash) {
    if (password.length() > LENGTH_MAX) {
      return false;
    }
    boolean equal = turns.soon(() -> encoder.matches(password, hash.orElse(nobodys)));
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
    if (password.chars().distinct().count() < DIFFERENT_MIN) {
      return Optional.of("password.tooEven");
    }
    return isGuessed(personId, password) ? Optional.of("password.guessed") : Optional.empty();
  }

  /**
   * Known passwords, words, names, dates, sequences and ways over the keyboard, as NIST SP 800-63B
   * wants them refused.
   */
  private boolean isGuessed(String personId, String password) {
    String begin = password.substring(0, Math.min(password.length(), ESTIMATED_MAX));
    return estimate.measure(begin, List.of(personId, "whistle", "chuishao")).getScore()
        < STRENGTH_MIN;
  }
}
