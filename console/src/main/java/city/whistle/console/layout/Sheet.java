package city.whistle.console.layout;

import city.whistle.workers.calendar.CityTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Closeable;
import java.io.IOException;
import java.time.OffsetDateTime;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A list as a file for spreadsheets, written while it is read. All cells are text, so that codes
 * stay what they are, and nothing in it is what a spreadsheet would compute.
 */
public interface Sheet extends Closeable {

  /**
   * Begins a download: CSV, or XLSX where the path that is asked for ends so.
   *
   * @param name of the file, without its ending
   */
  static Sheet download(HttpServletRequest request, HttpServletResponse response, String name)
      throws IOException {
    boolean xlsx = request.getRequestURI().endsWith(".xlsx");
    response.setContentType(xlsx ? Xlsx.TYPE : Csv.TYPE);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(name + (xlsx ? ".xlsx" : ".csv"))
            .build()
            .toString());
    return xlsx ? new Xlsx(response.getOutputStream()) : new Csv(response.getOutputStream());
  }

  /** A moment as spreadsheets know and sort it, in whatever language; null for none. */
  static String time(OffsetDateTime at) {
    return at == null ? null : CityTime.toTheMinute(CityTime.inCity(at));
  }

  /** A line; the first is its head. Null is an empty cell. */
  void row(String... cells) throws IOException;
}
