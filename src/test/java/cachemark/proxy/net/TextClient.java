// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A client that sends text and reads lines. */
final class TextClient implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream in;

  TextClient(String host, int port) throws IOException {
    socket = new Socket(host, port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  /** The first line of the answer. */
  String ask(String request) throws IOException {
    send(request);
    return line();
  }

  /** All of the answer up to and with a line. */
  String askUntil(String request, String last) throws IOException {
    send(request);
    StringBuilder answer = new StringBuilder();
    String line = "";
    while (!line.equals(last)) {
      line = line();
      answer.append(line).append('\n');
    }
    return answer.toString();
  }

  String get(String key) throws IOException {
    String answer = askUntil("get " + key + "\r\n", "END");
    return answer.equals("END\n") ? "" : answer.split("\n", -1)[1];
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("ended after \"" + line + "\"");
      }
      line.append((char) c);
    }
    return line.toString().replace("\r", "");
  }

  /** All that comes until the other side closes. */
  String rest() throws IOException {
    return new String(in.readAllBytes(), ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
