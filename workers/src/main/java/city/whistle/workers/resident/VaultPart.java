package city.whistle.workers.resident;

import java.util.UUID;

/** What of a case lies in the vault; each part is sealed and revealed by itself. */
public record VaultPart(String name) {

  public static final VaultPart TITLE = new VaultPart("title");
  public static final VaultPart CONTENT = new VaultPart("content");
  public static final VaultPart ADDRESS = new VaultPart("address");
  public static final VaultPart LOCATION = new VaultPart("location");
  public static final VaultPart NAME = new VaultPart("name");

  /** As the resident said it, whatever that was; {@link PhoneNumber} finds the number in it. */
  public static final VaultPart PHONE = new VaultPart("phone");

  /** There where the number that the resident said proved to be somebody else's. */
  static final VaultPart PHONE_WRONG = new VaultPart("phoneWrong");

  public static final VaultPart EMAIL = new VaultPart("email");

  /** In which language the resident is written to: {@code zh} or {@code en}. */
  public static final VaultPart LANGUAGE = new VaultPart("language");

  public static VaultPart comment(UUID callback) {
    return new VaultPart("comment:" + callback);
  }

  /** The link, with its one-time token, by which a callback is answered. */
  public static VaultPart link(UUID callback) {
    return new VaultPart("link:" + callback);
  }

  public static VaultPart wish(UUID id) {
    return new VaultPart("wish:" + id);
  }

  public static VaultPart reply(long elementInstanceKey) {
    return new VaultPart("reply:" + elementInstanceKey);
  }
}
