package city.whistle.workers.notification.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that refuses what it is told to refuse; one connection after the other. */
final class ScriptedSmtp implements AutoCloseable {

  private final ServerSocket server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();

  ScriptedSmtp() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "scripted-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  /**
   * @param command such as {@code RCPT}, or {@code .} for the end of the data
   */
  void answers(String command, String with) {
    answers.put(command, with);
  }

  /** How often it was asked this. */
  long heard(String command) {
    return commands.stream().filter(command::equals).count();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        talk(socket);
      } catch (IOException e) {
        // the client hung up, or the test is over
      }
    }
  }

  private void talk(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    say(socket, "220 scripted.example ESMTP");
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (data && !line.equals(".")) {
        continue;
      }
      String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      String answer = answers.getOrDefault(command, usual(command));
      data = answer.startsWith("354");
      commands.add(command);
      say(socket, answer);
      if (command.equals("QUIT")) {
        return;
      }
    }
  }

  private static String usual(String command) {
    return switch (command) {
      case "DATA" -> "354 go ahead";
      case "QUIT" -> "221 bye";
      default -> "250 ok";
    };
  }

  private static void say(Socket socket, String line) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
