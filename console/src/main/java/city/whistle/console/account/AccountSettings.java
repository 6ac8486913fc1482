package city.whistle.console.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code whistle.accounts.*}.
 *
 * @param deputyDaysMax for how many days at most a deputy is named, the first and the last counted
 */
@ConfigurationProperties("whistle.accounts")
public record AccountSettings(@DefaultValue("62") int deputyDaysMax) {

  public AccountSettings {
    if (deputyDaysMax < 1) {
      throw new IllegalArgumentException(
          "whistle.accounts.deputy-days-max is %d, but a deputy is named for one day at least"
              .formatted(deputyDaysMax));
    }
  }
}
