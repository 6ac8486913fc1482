package city.whistle.console.patrols;

import city.whistle.console.layout.Page;

/**
 * What a device shows of patrols without a network: nobody's name and none of anybody's data, since
 * the browser keeps it for whoever uses the device. The form comes out of what the page itself kept
 * for the person who opened it last.
 *
 * @param path of the form
 */
public record OfflinePage(String path) implements Page {

  @Override
  public boolean hasForms() {
    return false;
  }
}
