package city.whistle.workers.resident;

import city.whistle.workers.StartRefusal;
import city.whistle.workers.WhistleProperties;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes the master key from the settings or from the key file, which it makes where there is none
 * and nothing was sealed yet. A key that the database's cases are not sealed with keeps the program
 * from starting: it would read none of them, and seal further ones that the right key can't read.
 */
@Configuration(proxyBeanMethods = false)
class MasterKeySource {

  @Bean
  MasterKeyRecord masterKeyRecord(JdbcClient jdbc, Clock clock) {
    return new MasterKeyRecord(jdbc, clock);
  }

  @Bean
  MasterKey masterKey(WhistleProperties properties, MasterKeyRecord database) {
    if (properties.masterKey() != null) {
      return admitted(properties.masterKey(), "WHISTLE_MASTER_KEY", database);
    }
    if (properties.masterKeyFile() == null) {
      throw new StartRefusal(
          "Residents' data need a key: set WHISTLE_MASTER_KEY to Base64 of 32 random bytes, or whistle.master-key-file.");
    }
    SecretFile file = new SecretFile(properties.masterKeyFile());
    if (!file.exists()) {
      makeWhereNoneIsNeeded(file, database);
    }
    return admitted(file.read(), file.path().toString(), database);
  }

  private static void makeWhereNoneIsNeeded(SecretFile file, MasterKeyRecord database) {
    if (database.isNeeded()) {
      throw new StartRefusal(
          "The master key is missing, and the cases in this database are sealed with it: put it back from its backup to %s, or into WHISTLE_MASTER_KEY."
              .formatted(file.path()));
    }
    file.make(MasterKey.randomBase64());
  }

  private static MasterKey admitted(String text, String from, MasterKeyRecord database) {
    Optional<MasterKey> key;
    try {
      key = database.admit(MasterKey.ofBase64(text));
    } catch (IllegalArgumentException e) {
      throw new StartRefusal("%s: %s.".formatted(from, e.getMessage()), e);
    }
    return key.orElseThrow(
        () ->
            new StartRefusal(
                "The master key in %s is not the one that this database's cases are sealed with: put that one back from its backup, or run './whistle change-key' again where it was interrupted."
                    .formatted(from)));
  }
}
