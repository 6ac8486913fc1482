package city.whistle.console.layout;

import city.whistle.console.account.Accounts;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** How those are called who stand in timelines. */
@Component
public class Names {

  private static final String ANY_KIND = "unit";

  private final Accounts accounts;
  private final Units units;

  Names(Accounts accounts, Units units) {
    this.accounts = accounts;
    this.units = units;
  }

  /**
   * A person's name by his id, a unit's by its group ({@code street:110102009}) or where its kind
   * is left open ({@code unit:110102009}); anything else as it stands there, for {@link Texts#who}
   * to say.
   */
  public String of(String who) {
    String[] parts = who.split(":", 2);
    return parts.length == 2 && isUnitKind(parts[0])
        ? units.orFormer(parts[1]).map(Unit::name).orElse(who)
        : accounts.nameOf(who);
  }

  private static boolean isUnitKind(String word) {
    return word.equals(ANY_KIND)
        || Arrays.stream(UnitKind.values()).anyMatch(kind -> kind.wireName().equals(word));
  }
}
