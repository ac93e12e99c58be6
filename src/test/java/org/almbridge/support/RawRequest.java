package org.almbridge.support;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request that a test sends piece by piece, as a sender that is slow, breaks off or lies about the length. */
public final class RawRequest implements AutoCloseable {

    private final Socket socket;

    /** @param headers further ones, each ended by CRLF */
    public RawRequest(String path, String headers) throws IOException {
        socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(30_000);
        send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + ApiProfile.KEY + "\r\n" + headers + "\r\n");
    }

    public void send(String part) throws IOException {
        socket.getOutputStream().write(part.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** All that comes until the bridge closes the connection. */
    public String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
