package city.whistle.engine.command;

import city.whistle.engine.outcome.Rejection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** A file to deploy, its kind known and its content recognisable. */
record DeployedFile(String name, Kind kind, String text, String checksum) {

  /** Kinds of files, told by their names. */
  enum Kind {
    PROCESS,
    DECISION,
    FORM
  }

  static DeployedFile of(DeployResources.ResourceFile file) {
    return new DeployedFile(
        file.name(),
        kindOf(file.name()),
        new String(file.content(), StandardCharsets.UTF_8),
        checksum(file.content()));
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
