package org.almbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends over a plain socket what no HTTP client lets through. */
class MalformedUrlTest {

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @ParameterizedTest
    @ValueSource(strings = {"/primeapi/v2/users/%zz", "/primeapi/v2/users/1/enrollments?page=%3"})
    void answersAMalformedEscapeLikeAnythingElseThatDoesNotExist(String url) throws IOException {
        String answer = send("GET " + url + " HTTP/1.1\r\n"
                + "Host: localhost\r\n"
                + "Authorization: oauth simulator-token\r\n"
                + "Accept: application/vnd.api+json\r\n"
                + "Connection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("OBJECT_DOESNT_EXIST");
    }

    private static String send(String request) throws IOException {
        try (Socket socket = new Socket("localhost", ALM.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
