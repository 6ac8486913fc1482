package city.whistle.console.supervision;

import city.whistle.console.account.Person;
import city.whistle.console.layout.Message;
import city.whistle.console.supervision.Bulk.Item;
import java.util.List;

/** What many instances are to become, as it was chosen; done to one after the other. */
interface ManyChange {

  /** Whether the instance already is so: told twice, it is done once. */
  boolean isDone(KnownInstance of, Item item);

  /** Whether it can be done to an instance that stands where it was shown, and what that does. */
  Verdict judge(KnownInstance of, Item item);

  /**
   * @throws city.whistle.console.tasks.Refused where the engine says no
   */
  void act(Person person, KnownInstance of, Item item, String reason);

  /**
   * @param why it can't be, as an item answers; empty where it can
   * @param detail what tells this from what would be done later
   * @param preview what it will do; empty where it can't be
   * @param asked ids of steps for which it must be chosen what they become
   */
  record Verdict(String why, String detail, List<Message> preview, List<String> asked) {

    static Verdict no(String why) {
      return new Verdict(why, "", List.of(), List.of());
    }

    static Verdict yes(List<Message> preview) {
      return new Verdict("", "", preview, List.of());
    }

    boolean isYes() {
      return why.isEmpty();
    }
  }
}
