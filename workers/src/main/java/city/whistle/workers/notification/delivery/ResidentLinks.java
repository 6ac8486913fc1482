package city.whistle.workers.notification.delivery;

import city.whistle.workers.StartRefusal;
import city.whistle.workers.WhistleProperties;
import city.whistle.workers.notification.Recipient;
import java.util.Map;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Refuses to write residents links that lead to their own machines. */
@Component
class ResidentLinks implements InitializingBean {

  private final WhistleProperties properties;
  private final DeliverySettings delivery;

  ResidentLinks(WhistleProperties properties, DeliverySettings delivery) {
    this.properties = properties;
    this.delivery = delivery;
  }

  /**
   * @throws StartRefusal where residents are written to, and links lead to this machine alone
   */
  @Override
  public void afterPropertiesSet() {
    String host = properties.publicUrl().getHost();
    boolean leadsNowhere = host == null || Loopback.is(host) || host.equals("0.0.0.0");
    if (leadsNowhere && delivery.routes().entrySet().stream().anyMatch(ResidentLinks::leaves)) {
      throw new StartRefusal(
          "Residents are written to (whistle.notifications.routes.resident), and links sent to them lead to %s, where only this machine answers: set WHISTLE_PUBLIC_URL to where residents reach it."
              .formatted(properties.publicUrl()));
    }
  }

  private static boolean leaves(Map.Entry<String, String> route) {
    String recipient = route.getKey().split("\\.", 2)[0];
    return recipient.equals(Recipient.Kind.RESIDENT.wireName())
        && !route.getValue().equals(Routes.NONE);
  }
}
