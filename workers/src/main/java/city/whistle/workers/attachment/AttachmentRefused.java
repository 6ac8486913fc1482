package city.whistle.workers.attachment;

/** A photo can't be taken because of what is there already, or is no more. */
public class AttachmentRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean gone;

  private AttachmentRefused(boolean gone, String sentence) {
    super(sentence);
    this.gone = gone;
  }

  static AttachmentRefused over(String number) {
    return new AttachmentRefused(
        false, "case " + number + " is over; open a new one for what is new");
  }

  static AttachmentRefused full(int max) {
    return new AttachmentRefused(false, "a case has at most " + max + " photos, and this one has");
  }

  static AttachmentRefused other() {
    return new AttachmentRefused(
        false, "another photo was sent under this id; choose a new id for each photo");
  }

  static AttachmentRefused erased() {
    return new AttachmentRefused(
        true, "the resident's data were destroyed, and the case's photos with them");
  }

  /** Whether it was there and is no more, rather than in the way. */
  public boolean isGone() {
    return gone;
  }
}
