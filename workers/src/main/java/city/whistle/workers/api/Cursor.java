package city.whistle.workers.api;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Where a page of cases ended. */
record Cursor(OffsetDateTime receivedAt, UUID id) {

  private static final Instant LATEST = Instant.parse("2199-12-31T00:00:00Z");

  static Cursor after(CaseFile file) {
    return new Cursor(file.receivedAt(), file.id());
  }

  String text() {
    String plain = receivedAt.toInstant().toEpochMilli() + "/" + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }

  static Optional<Cursor> of(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("/", 2);
      Instant time = Instant.ofEpochMilli(Long.parseLong(parts[0]));
      if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
        return Optional.empty();
      }
      return Optional.of(
          new Cursor(time.atZone(CityTime.ZONE).toOffsetDateTime(), UUID.fromString(parts[1])));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
