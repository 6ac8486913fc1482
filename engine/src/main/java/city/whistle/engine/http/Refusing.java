package city.whistle.engine.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.ServiceRequestContext;

/** Answers a request that is turned away, in the way of the server that it came to. */
public interface Refusing {

  /**
   * @param reason a sentence for whoever sent it
   */
  HttpResponse refuse(ServiceRequestContext context, String reason);
}
