package city.whistle.workers.resident;

import city.whistle.workers.WhistleProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Takes the master key from the settings or from the key file, which it makes where there is none.
 */
@Configuration(proxyBeanMethods = false)
class MasterKeySource {

  @Bean
  MasterKey masterKey(WhistleProperties properties) {
    if (properties.masterKey() != null) {
      return MasterKey.ofBase64(properties.masterKey());
    }
    if (properties.masterKeyFile() != null) {
      return MasterKey.ofBase64(readOrMake(properties.masterKeyFile()));
    }
    throw new IllegalStateException(
        "residents' data need a key: set WHISTLE_MASTER_KEY to Base64 of 32 random bytes, or whistle.master-key-file");
  }

  private static String readOrMake(Path file) {
    try {
      if (Files.notExists(file)) {
        make(file);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the master key file " + file + " can't be read or made", e);
    }
  }

  private static void make(Path file) throws IOException {
    byte[] key = new byte[MasterKey.BYTES];
    new SecureRandom().nextBytes(key);
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (var channel =
        Files.newByteChannel(
            file,
            java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ownerOnly(file))) {
      channel.write(java.nio.ByteBuffer.wrap(Base64.getEncoder().encode(key)));
    } catch (FileAlreadyExistsException e) {
      // another application made it meanwhile: its key is the one
      return;
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
