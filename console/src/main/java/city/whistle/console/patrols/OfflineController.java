package city.whistle.console.patrols;

import city.whistle.console.access.OpenToAll;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.Assets;
import city.whistle.console.layout.NoSuchPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What lets the form of a patrol open without a network. */
@Controller
class OfflineController {

  private final Assets assets;

  OfflineController(Assets assets) {
    this.assets = assets;
  }

  /** The page that a device keeps, the same for everybody. */
  @GetMapping("/patrols/offline")
  @OpenToAll
  Answer page() {
    return new OfflinePage("/patrols/new");
  }

  /** The service worker, under a path of its own: browsers look there for a newer one. */
  @GetMapping("/patrols/worker.js")
  @OpenToAll
  void worker(HttpServletResponse response) throws IOException {
    byte[] script = assets.read("patrols-worker.js").orElseThrow(NoSuchPage::new);
    response.setContentType("text/javascript;charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
    response.setHeader("Service-Worker-Allowed", "/patrols");
    response.setContentLength(script.length);
    response.getOutputStream().write(script);
  }
}
