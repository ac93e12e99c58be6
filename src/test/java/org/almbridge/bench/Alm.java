package org.almbridge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The simulator's process, and what it tells of the bridges. */
final class Alm implements AutoCloseable {

    static final String TOKEN = "simulator-token";
    static final String COURSE = "course:1171899";
    static final String INSTANCE = "course:1171899_2067352";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String url;

    private Alm(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static Alm start(Path directory, String settings) throws IOException {
        Process process = new ProcessBuilder(Java.program(SimulatorMain.class, List.of(), List.of(settings)))
                .redirectError(directory.resolve("simulator.log").toFile())
                .start();
        // not closed: what the simulator says later must find a reader's end that is open
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.matches("\\d+")) {
                return new Alm(process, "http://localhost:" + line);
            }
        }
        throw new IllegalStateException("the simulator did not start: see simulator.log in " + directory);
    }

    String url() {
        return url;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** @param what as {@code report}, {@code users}, {@code calls} */
    JsonNode get(String what) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/simulator/" + what)).build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body());
    }

    /** Nobody is known any more, and nothing is counted yet. */
    void forget() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/simulator")).DELETE().build();
        http.send(request, HttpResponse.BodyHandlers.discarding());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
