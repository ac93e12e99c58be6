package org.almbridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bridge with a certificate, by the keys that docs/running.md names. */
class TlsIT {

    private static final String KEY = "key-of-a-viewer-99c1b2";

    // printf %s "$KEY" | openssl dgst -sha256
    private static final String HASH = "sha256:9abe72a539195edc4e4591e5a71136084039e2732bd68de8c1b3c245bcd782fc";

    private static final int TLS_1_1 = 0x0302;
    private static final int ALERT = 0x15;
    private static final int PROTOCOL_VERSION = 70;

    @TempDir
    private Path directory;

    @Test
    void answersByTlsOneTwoAndOneThreeAloneOnBothPorts() throws Exception {
        Certificate certificate = Certificate.in(directory);
        int clear = freePort();
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties(certificate, clear))) {
            int api = bridge.port();
            int management = bridge.managementPort();

            for (String protocol : new String[] {"TLSv1.2", "TLSv1.3"}) {
                HttpClient client = client(certificate, protocol);
                HttpResponse<String> batch = get(client, "https", api, "/api/batches/0");
                assertThat(batch.statusCode()).isEqualTo(404);
                assertThat(batch.sslSession().orElseThrow().getProtocol()).isEqualTo(protocol);
                awaitHealth(client, management);
                assertThat(get(client, "https", management, "/q/metrics").statusCode())
                        .isEqualTo(200);
            }

            HttpClient client = client(certificate, "TLSv1.3");
            for (int port : new int[] {api, management}) {
                assertThat(answerToHello(port, TLS_1_1)).startsWith(ALERT).endsWith(PROTOCOL_VERSION);
                assertThatThrownBy(() -> get(client, "http", port, "/q/health")).isInstanceOf(IOException.class);
            }
            assertThatThrownBy(() -> get(client, "http", clear, "/api/batches/0"))
                    .isInstanceOf(ConnectException.class);
            assertThat(bridge.output()).doesNotContain("without TLS").doesNotContain("BEGIN");
        }
    }

    private static Map<String, String> properties(Certificate certificate, int clearPort) {
        Map<String, String> properties = new HashMap<>();
        properties.put("bridge.alm.base-url", "http://localhost:1");
        properties.put("bridge.alm.access-token", "none");
        properties.put("bridge.api.keys.viewer.hash", HASH);
        properties.put("bridge.api.keys.viewer.roles", "view");
        properties.put(
                "quarkus.tls.api.key-store.pem.0.cert", certificate.chain().toString());
        properties.put("quarkus.tls.api.key-store.pem.0.key", certificate.key().toString());
        properties.put("quarkus.http.tls-configuration-name", "api");
        properties.put("quarkus.management.tls-configuration-name", "api");
        properties.put("quarkus.http.insecure-requests", "disabled");
        properties.put("quarkus.http.ssl-port", "0");
        properties.put("quarkus.http.port", String.valueOf(clearPort));
        return properties;
    }

    private static HttpClient client(Certificate certificate, String protocol) throws GeneralSecurityException {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {protocol});
        return HttpClient.newBuilder()
                .sslContext(certificate.trust())
                .sslParameters(parameters)
                .build();
    }

    private static HttpResponse<String> get(HttpClient client, String scheme, int port, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(scheme + "://localhost:" + port + path))
                .header("Authorization", "Bearer " + KEY)
                .timeout(Duration.ofSeconds(30))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void awaitHealth(HttpClient client, int port) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get(client, "https", port, "/q/health/live").statusCode() == 200);
    }

    /** What a server says to a client that knows no later version; Java's own client offers none that is so old. */
    private static int[] answerToHello(int port, int version) throws IOException {
        ByteArrayOutputStream hello = new ByteArrayOutputStream();
        hello.write(version >> 8);
        hello.write(version);
        hello.writeBytes(new byte[32]); // random
        hello.write(0); // no session
        hello.writeBytes(new byte[] {0, 4, (byte) 0xC0, 0x14, (byte) 0xC0, 0x13}); // ECDHE_RSA with AES, CBC
        hello.writeBytes(new byte[] {1, 0}); // no compression
        int length = hello.size();
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(new byte[] {0x16, 3, 1, 0, (byte) (length + 4), 1, 0, 0, (byte) length});
            socket.getOutputStream().write(hello.toByteArray());
            InputStream in = socket.getInputStream();
            int[] alert = new int[7]; // type, version, length, level, description
            for (int i = 0; i < alert.length; i++) {
                alert[i] = in.read();
            }
            return alert;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
