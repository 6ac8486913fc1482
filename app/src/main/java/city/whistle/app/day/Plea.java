package city.whistle.app.day;

import java.util.Optional;

/**
 * What a unit asked for about a case that counts against it.
 *
 * @param id the registry's
 * @param granted empty while nobody has decided
 */
record Plea(Kind kind, String id, Story story, Optional<Boolean> granted) {

  /** By which path of the API it is asked, and which tag its decision has. */
  enum Kind {
    /** That the case be left out of the month's figures. */
    EXCLUSION("exclusion", "heldUpLawfully", "DecideExclusion"),
    /** That published figures be counted again without it. */
    APPEAL("appeal", "answerWrong", "DecideAppeal");

    private final String word;
    private final String ground;
    private final String element;

    Kind(String word, String ground, String element) {
      this.word = word;
      this.ground = ground;
      this.element = element;
    }

    String path() {
      return "/api/" + word + "s";
    }

    String word() {
      return word;
    }

    String ground() {
      return ground;
    }

    /** At which it is decided. */
    String element() {
      return element;
    }
  }

  /** What tasks about it are about. */
  String subject() {
    return kind.word() + ":" + id;
  }

  Plea decided(boolean how) {
    return new Plea(kind, id, story, Optional.of(how));
  }

  /** The registry's word for what should have become of it. */
  String state() {
    return granted.map(yes -> yes ? "granted" : "refused").orElse("refusedByRule");
  }
}
