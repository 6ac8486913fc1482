package city.whistle.workers.photo;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Hears where a decoder fills a picture's missing parts with grey and only warns of it. */
final class DamageListener implements IIOReadWarningListener {

  private boolean damaged;

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    damaged |= warning.contains("remature") || warning.contains("Corrupt");
  }

  void throwIfAny() {
    if (damaged) {
      throw ScannedPhoto.damaged();
    }
  }
}
