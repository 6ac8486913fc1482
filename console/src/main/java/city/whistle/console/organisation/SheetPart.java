package city.whistle.console.organisation;

import city.whistle.workers.sheet.SheetFile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Reads what the form for a file sends: the list's name, and then the file, in memory only. */
record SheetPart(String kind, byte[] file) {

  private static final long FORM_MAX = SheetFile.BYTES_MAX + 100_000L;
  private static final int KIND_MAX = 40;

  /** Without kind or file where the form had none. */
  static SheetPart of(HttpServletRequest request) {
    if (request.getContentLengthLong() > FORM_MAX) {
      throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE);
    }
    try {
      return read(request);
    } catch (FileUploadException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no form with a file", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SheetPart read(HttpServletRequest request) throws IOException {
    FileUpload upload = new FileUpload();
    upload.setSizeMax(FORM_MAX);
    upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
    FileItemIterator parts = upload.getItemIterator(new ServletRequestContext(request));
    String kind = "";
    byte[] file = {};
    while (parts.hasNext()) {
      FileItemStream part = parts.next();
      try (InputStream in = part.openStream()) {
        if (part.getFieldName().equals("kind")) {
          kind = new String(in.readNBytes(KIND_MAX), StandardCharsets.UTF_8);
        } else if (part.getFieldName().equals("file")) {
          file = in.readNBytes(SheetFile.BYTES_MAX + 1);
        }
      }
    }
    return new SheetPart(kind, file);
  }

  /** Whether there is a file at all. */
  Optional<byte[]> brought() {
    return file.length == 0 ? Optional.empty() : Optional.of(file);
  }
}
