package city.whistle.workers.lane;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is in a lane. */
public enum Post {
  /** 街巷长: answers for the lane; there is one at a time. */
  CHIEF,
  /** 街巷理事长 or secretary of the community, who stands beside the chief. */
  SECRETARY,
  /** 小巷管家: walks the lane. */
  STEWARD,
  /** 社区专员. */
  COMMISSIONER,
  /** 街巷理事: resident, volunteer or unit in the lane's council. */
  COUNCIL;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Post> of(String wireName) {
    return Arrays.stream(values()).filter(post -> post.wireName().equals(wireName)).findFirst();
  }
}
