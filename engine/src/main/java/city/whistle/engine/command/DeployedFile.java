package city.whistle.engine.command;

import city.whistle.engine.model.InvalidModelException;
import city.whistle.engine.outcome.Rejection;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A file to deploy, its kind known and its content recognisable.
 *
 * @param text as {@link FileText} reads it
 * @param checksum of the bytes as they came
 */
record DeployedFile(String name, Kind kind, String text, String checksum) {

  /** Kinds of files, told by their names. */
  enum Kind {
    PROCESS,
    DECISION,
    FORM
  }

  /**
   * @throws InvalidModelException where the file's encoding is not what it should be
   */
  static DeployedFile of(DeployResources.ResourceFile file) {
    Kind kind = kindOf(file.name());
    return new DeployedFile(file.name(), kind, text(file, kind), checksum(file.content()));
  }

  private static String text(DeployResources.ResourceFile file, Kind kind) {
    try {
      return kind == Kind.FORM ? FileText.ofJson(file.content()) : FileText.ofXml(file.content());
    } catch (IllegalArgumentException e) {
      throw new InvalidModelException(file.name(), List.of(e.getMessage()));
    }
  }

  private static Kind kindOf(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".bpmn") || lower.endsWith(".xml")) {
      return Kind.PROCESS;
    }
    if (lower.endsWith(".dmn")) {
      return Kind.DECISION;
    }
    if (lower.endsWith(".form")) {
      return Kind.FORM;
    }
    throw Rejection.invalid(
        "The kind of resource '%s' is not known: its name must end with .bpmn, .dmn or .form."
            .formatted(name));
  }

  private static String checksum(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
