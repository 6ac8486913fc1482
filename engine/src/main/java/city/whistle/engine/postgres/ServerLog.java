package city.whistle.engine.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * PostgreSQL's log: one file and the one before it, both bounded. PostgreSQL appends to the file as
 * long as it runs, so the file is emptied in its place.
 */
final class ServerLog {

  private static final long MOST_BYTES = 10L << 20;

  /** Where the log is searched for a reason: so much before its end. */
  private static final long TAIL_BYTES = 64L << 10;

  private final Path file;
  private final long mostBytes;
  private long begin;

  ServerLog(Path file) {
    this(file, MOST_BYTES);
  }

  ServerLog(Path file, long mostBytes) {
    this.file = file;
    this.mostBytes = mostBytes;
  }

  Path file() {
    return file;
  }

  /** What is written from here on belongs to the next start. */
  void begin() {
    bound();
    try {
      if (!Files.exists(file)) {
        Files.createFile(file);
      }
      begin = Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps a log that has grown too large as the one before, and goes on with an empty one. */
  void bound() {
    try {
      if (Files.exists(file) && Files.size(file) > mostBytes) {
        Files.copy(
            file,
            file.resolveSibling(file.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
            .close();
        begin = 0;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL's log %s can't be shortened".formatted(file), e);
    }
  }

  /** Why the start failed, in PostgreSQL's own words: its last complaint, else its last line. */
  String complaint() {
    List<String> lines;
    try {
      lines = sinceBegin().lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      return "its log can't be read";
    }
    return lines.stream()
        .filter(line -> line.contains("FATAL:") || line.contains("error:"))
        .reduce((earlier, later) -> later)
        .or(() -> lines.stream().reduce((earlier, later) -> later))
        .map(line -> line.replaceFirst("^.*?(FATAL|LOG|error): *", ""))
        .orElse("it gave no reason");
  }

  private String sinceBegin() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.position(Math.max(begin, channel.size() - TAIL_BYTES));
      InputStream in = Channels.newInputStream(channel);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
