package city.whistle.console.photos;

import city.whistle.workers.photo.PhotoPlaces;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Reads the files of a form one after the other as they come, so that one at a time is in memory
 * and none on a disk.
 */
@Component
public class PhotoParts {

  public static final int FILES_MAX = 10;
  private static final int FIELD_MAX = 4_000;
  private static final int FIELDS_MAX = 40;

  private static final long FORM_MAX = (FILES_MAX + 1L) * PhotoPlaces.BYTES_MAX;

  private final PhotoPlaces places;

  PhotoParts(PhotoPlaces places) {
    this.places = places;
  }

  /**
   * What became of each file, in their order.
   *
   * @param use gets a file's name and its bytes; these are one more than a photo may have where it
   *     has too many
   * @throws city.whistle.workers.photo.PhotoCleaner.TooBusy where others' photos come now
   */
  <T> List<T> each(HttpServletRequest request, BiFunction<String, byte[], T> use) {
    return each(request, (field, value) -> {}, (field, name, bytes) -> use.apply(name, bytes));
  }

  /**
   * The same of a form that has fields besides, which come before its files.
   *
   * @param field gets a field's name and value, which is cut where it is longer than any of ours
   */
  public <T> List<T> each(
      HttpServletRequest request, BiConsumer<String, String> field, FileUse<T> use) {
    if (request.getContentLengthLong() > FORM_MAX) {
      throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE);
    }
    return places.use(
        () -> {
          try {
            return read(request, field, use);
          } catch (FileUploadException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no form with files", e);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static <T> List<T> read(
      HttpServletRequest request, BiConsumer<String, String> field, FileUse<T> use)
      throws IOException {
    FileUpload upload = new FileUpload();
    upload.setSizeMax(FORM_MAX);
    upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
    FileItemIterator parts = upload.getItemIterator(new ServletRequestContext(request));
    List<T> all = new ArrayList<>();
    int fields = 0;
    while (parts.hasNext() && all.size() < FILES_MAX) {
      FileItemStream part = parts.next();
      if (part.isFormField()) {
        if (++fields <= FIELDS_MAX) {
          field.accept(part.getFieldName(), text(part));
        }
      } else if (part.getName() != null && !part.getName().isBlank()) {
        try (InputStream in = part.openStream()) {
          byte[] bytes = in.readNBytes(PhotoPlaces.BYTES_MAX + 1);
          all.add(use.apply(part.getFieldName(), part.getName(), bytes));
        }
      }
    }
    return all;
  }

  private static String text(FileItemStream part) throws IOException {
    try (InputStream in = part.openStream()) {
      return new String(in.readNBytes(FIELD_MAX), StandardCharsets.UTF_8);
    }
  }

  /** What is done with a file. */
  @FunctionalInterface
  public interface FileUse<T> {
    T apply(String field, String name, byte[] bytes);
  }
}
