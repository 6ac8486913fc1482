package city.whistle.app;

import city.whistle.engine.server.EngineStartException;
import city.whistle.workers.StartRefusal;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;

/** Says in one sentence why a start failed, with the file or the option that it is about. */
final class StartSentence {

  private final Options options;

  StartSentence(Options options) {
    this.options = options;
  }

  /** Empty for what nobody has foreseen. */
  Optional<String> of(Throwable failure) {
    List<Throwable> causes =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause).toList();
    return first(causes, StartRefusal.class)
        .map(StartSentence::refused)
        .or(() -> port(causes))
        .or(() -> first(causes, FileSystemException.class).map(StartSentence::file))
        .or(() -> fullDisk(causes))
        .or(() -> first(causes, EngineStartException.class).map(Throwable::getMessage));
  }

  private static String refused(StartRefusal refusal) {
    return "Whistle did not start (exit code %d). %s"
        .formatted(Refusal.FAILED, refusal.getMessage());
  }

  /** A port that was free when it was looked at, and taken when it was to be opened. */
  private Optional<String> port(List<Throwable> causes) {
    boolean bound =
        first(causes, BindException.class).isPresent()
            || first(causes, EngineStartException.class).isPresent()
            || first(causes, PortInUseException.class).isPresent();
    if (!bound) {
      return Optional.empty();
    }
    try {
      FreePorts.require(options);
    } catch (Refusal taken) {
      return Optional.of(taken.getMessage());
    }
    return first(causes, PortInUseException.class)
        .map(
            gone ->
                "Port %d was taken while Whistle started: start it again, or choose another with --api-port."
                    .formatted(gone.getPort()));
  }

  private static String file(FileSystemException failure) {
    return "%s can't be used (%s): let the user that runs Whistle own it, or give --data another directory."
        .formatted(failure.getFile(), reason(failure));
  }

  private static String reason(FileSystemException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    return failure.getReason() == null
        ? failure.getClass().getSimpleName().replace("Exception", "").toLowerCase(Locale.ROOT)
        : failure.getReason().toLowerCase(Locale.ROOT);
  }

  /** What is written to an open file fails without the file's name. */
  private Optional<String> fullDisk(List<Throwable> causes) {
    return first(causes, IOException.class)
        .map(Throwable::getMessage)
        .filter(message -> message != null && message.contains("No space left"))
        .map(
            message ->
                "There is no space left on the disk of %s: make room, or give --data another directory."
                    .formatted(options.data()));
  }

  private static <T> Optional<T> first(List<Throwable> causes, Class<T> type) {
    return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
  }
}
