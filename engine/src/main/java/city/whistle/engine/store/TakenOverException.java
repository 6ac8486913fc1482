package city.whistle.engine.store;

/** Another engine has loaded this database since: this one must not write any more. */
public final class TakenOverException extends RuntimeException {

  TakenOverException() {
    super(
        "another engine works on this database: run one engine per database,"
            + " and restart this one if it is the one to stay");
  }
}
