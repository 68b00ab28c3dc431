package scapula;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One kept connection, with just as much of HTTP/1.1 as the server speaks to it. */
final class Wire implements AutoCloseable {

    private static final int NO_REPLY = 0;
    private static final String ID = "\"conversationId\":\"";
    private static final int ID_LETTERS = 32;
    private static final int MILLIS_TO_WAIT = 30_000;

    private final URI server;
    private Socket socket;
    private InputStream in;
    private byte[] body = new byte[0];

    Wire(URI server) {
        this.server = server;
    }

    /** Posts a message, and gives the status of the reply once all of it is here; 0 where none came. */
    int post(String message, String conversation) {
        try {
            if (socket == null) {
                socket = new Socket(server.getHost(), server.getPort());
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(MILLIS_TO_WAIT);
                in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            }
            socket.getOutputStream().write(request(message, conversation));
            return reply();
        } catch (IOException broken) {
            close();
            return NO_REPLY;
        }
    }

    private byte[] request(String message, String conversation) {
        String id = conversation.isEmpty() ? "" : ",\"conversationId\":\"" + conversation + "\"";
        byte[] json = ("{\"message\":" + Chat.JSON.getNodeFactory().textNode(message) + id + "}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST /api/chat HTTP/1.1\r\nHost: " + server.getAuthority()
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + json.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(json, 0, all, head.length, json.length);
        return all;
    }

    private int reply() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean ends = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
            ends |= line.equalsIgnoreCase("connection: close");
        }
        body = in.readNBytes(length);
        if (ends) {
            close();
        }
        return status;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** The last reply. */
    String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The conversation that the last reply names. */
    String conversation() {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(ID) + ID.length();
        return at < ID.length() ? "" : text.substring(at, at + ID_LETTERS);
    }

    @Override
    public void close() {
        try (Socket open = socket) {
            socket = null;
        } catch (IOException gone) {
            // nothing is left to close
        }
    }
}
