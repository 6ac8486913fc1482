package city.whistle.workers;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code whistle.*}.
 *
 * @param masterKey Base64 of the 32 bytes that wrap every case's data key ({@code
 *     WHISTLE_MASTER_KEY}); null if a file holds it
 * @param masterKeyFile file with that Base64 text, made with a new key if absent; null if {@code
 *     masterKey} is given
 * @param publicUrl where residents reach the public pages, for links sent to them
 * @param demoHotlineKey API key of the demonstration hotline, stored hashed at start; null for none
 * @param outboxInterval how often waiting outbox rows are looked for when nothing woke the sender;
 *     zero leaves the outbox to other copies of the application
 * @param watchInterval how often tasks are looked at that are new, or that nobody did; zero leaves
 *     them to other copies of the application
 * @param burstInterval how often bursts of complaints are looked for; zero leaves them to other
 *     copies of the application
 * @param compareInterval how often registry and engine are compared, and at start; zero leaves that
 *     to other copies of the application
 * @param deploy whether models, decisions and forms are deployed at start
 */
@ConfigurationProperties("whistle")
public record WhistleProperties(
    String masterKey,
    Path masterKeyFile,
    @DefaultValue("http://127.0.0.1:8090") URI publicUrl,
    String demoHotlineKey,
    @DefaultValue("PT1S") Duration outboxInterval,
    @DefaultValue("PT30S") Duration watchInterval,
    @DefaultValue("PT30S") Duration burstInterval,
    @DefaultValue("P1D") Duration compareInterval,
    @DefaultValue("true") boolean deploy) {

  /** Never shows a key. */
  @Override
  public String toString() {
    return "WhistleProperties[publicUrl=" + publicUrl + ", outboxInterval=" + outboxInterval + "]";
  }
}
