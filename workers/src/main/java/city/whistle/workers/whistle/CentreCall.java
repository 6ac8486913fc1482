package city.whistle.workers.whistle;

/** Whether a whistle calls the joint enforcement centre, and by which list. */
public enum CentreCall {
  NOT_CALLED,
  /** A township without a list of its own calls nobody but whom it names. */
  BY_OWN_LIST,
  /** The list of all sub-districts stands in for a township that has none. */
  BY_ANY_LIST;

  /**
   * By what decision {@code whistle-profile} says.
   *
   * @param byDefault null where the decision's version doesn't say it
   */
  public static CentreCall of(Boolean centre, Boolean byDefault) {
    if (!Boolean.TRUE.equals(centre)) {
      return NOT_CALLED;
    }
    return Boolean.TRUE.equals(byDefault) ? BY_ANY_LIST : BY_OWN_LIST;
  }
}
