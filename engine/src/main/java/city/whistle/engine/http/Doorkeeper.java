package city.whistle.engine.http;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import com.linecorp.armeria.server.SimpleDecoratingHttpService;
import io.netty.util.AsciiString;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Turns away what a page of another site has a browser send: nobody logs in here, so whoever is
 * heard is obeyed. A browser says where a request comes from; other clients say nothing of that.
 */
final class Doorkeeper extends SimpleDecoratingHttpService {

  private static final AsciiString SEC_FETCH_SITE = HttpHeaderNames.of("sec-fetch-site");

  /** The page is this server's own, or a person typed the address. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final Door door;
  private final Refusing refusing;

  Doorkeeper(HttpService behind, Door door, Refusing refusing) {
    super(behind);
    this.door = door;
    this.refusing = refusing;
  }

  @Override
  public HttpResponse serve(ServiceRequestContext context, HttpRequest request) throws Exception {
    Optional<String> reason = reason(request.headers());
    return reason.isPresent()
        ? refusing.refuse(context, reason.get())
        : unwrap().serve(context, request);
  }

  private Optional<String> reason(RequestHeaders headers) {
    if (!door.isMeantBy(headers.authority())) {
      return Optional.of(
          "The header Host names another server: ask by this one's address, or start it with that name among its own.");
    }
    String origin = headers.get(HttpHeaderNames.ORIGIN);
    if (origin != null && !isOwn(origin, headers.authority())) {
      return Optional.of("The header Origin names another site: pages of others can't ask here.");
    }
    String site = headers.get(SEC_FETCH_SITE);
    return site == null || OWN_SITES.contains(site.toLowerCase(Locale.ROOT))
        ? Optional.empty()
        : Optional.of("The header Sec-Fetch-Site says that a page of another site asks.");
  }

  private static boolean isOwn(String origin, String authority) {
    return origin.equalsIgnoreCase("http://" + authority)
        || origin.equalsIgnoreCase("https://" + authority);
  }
}
