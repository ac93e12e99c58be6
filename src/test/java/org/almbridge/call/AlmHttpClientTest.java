package org.almbridge.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.almbridge.TestConfig;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlmHttpClientTest {

    private final List<AnswerHead> told = new ArrayList<>();
    private HttpServer alm;
    private HttpServer webhook;

    @BeforeEach
    void start() throws IOException {
        alm = server(429);
        webhook = server(200);
    }

    @AfterEach
    void stop() {
        alm.stop(0);
        webhook.stop(0);
    }

    @Test
    void tellsOfAnAnswerOfAlmsApi() throws IOException {
        HttpGet call = new HttpGet(address(alm) + "/primeapi/v2/users?ids=1");
        call.addHeader("Authorization", "oauth token");

        call(call);

        assertThat(told).singleElement().satisfies(answer -> {
            assertThat(answer.method()).isEqualTo("GET");
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.authorization()).hasValue("oauth token");
            assertThat(answer.header("x-rate-limit")).hasValue("30r/m");
            assertThat(answer.header("x-burst")).isEmpty();
        });
    }

    @Test
    void tellsNothingOfOtherAnswers() throws IOException {
        call(new HttpGet(address(alm) + "/oauth/token/refresh"));
        call(new HttpGet(address(webhook) + "/primeapi/v2/users"));

        assertThat(told).isEmpty();
    }

    @Test
    void leavesARefusalToWhoeverCalls() throws IOException {
        call(new HttpGet(address(alm) + "/primeapi/v2/users"));

        assertThat(told).as("calls in all").hasSize(1);
    }

    private void call(HttpGet call) throws IOException {
        HttpClientBuilder builder = HttpClientBuilder.create();
        new AlmHttpClient(TestConfig.bridge("alm.base-url", address(alm)), List.of(told::add))
                .configureHttpClient(builder);
        try (CloseableHttpClient client = builder.build()) {
            client.execute(call, answer -> null);
        }
    }

    private static String address(HttpServer server) {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private static HttpServer server(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            call.getResponseHeaders().add("x-rate-limit", "30r/m");
            call.sendResponseHeaders(status, -1);
            call.close();
        });
        server.start();
        return server;
    }
}
