package org.almbridge.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * ALM's own example, on a pool of threads: a thread creates its person and enrols; when that comes too early, it sleeps and tries
 * again. Everything is in memory, and any failure but the lag ends a person.
 */
final class ThreadPool {

    private static final int THREADS = 64;
    private static final long PAUSE_S = 5;
    private static final int MOST_ATTEMPTS = 4;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String users;

    private ThreadPool(String alm) {
        this.users = alm + "/primeapi/v2/users";
    }

    /** @param args the address of ALM */
    public static void main(String[] args) {
        ThreadPool program = new ThreadPool(args[0]);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        Program.takeFiles(csv -> People.in(csv).forEach(line -> threads.submit(() -> program.bring(line))));
    }

    private Void bring(String line) throws IOException, InterruptedException {
        String user = People.id(http.send(post(users, People.create(line)), BodyHandlers.ofString())
                .body());
        HttpRequest enrolment =
                post("%s/%s/enrollments?loId=%s&loInstanceId=%s".formatted(users, user, Alm.COURSE, Alm.INSTANCE), "");
        for (int attempt = 1; tooEarly(enrolment) && attempt < MOST_ATTEMPTS; attempt++) {
            TimeUnit.SECONDS.sleep(PAUSE_S);
        }
        return null;
    }

    private boolean tooEarly(HttpRequest enrolment) throws IOException, InterruptedException {
        return http.send(enrolment, BodyHandlers.discarding()).statusCode() == 400;
    }

    private static HttpRequest post(String url, String body) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "oauth " + Alm.TOKEN)
                .header("Accept", "application/vnd.api+json")
                .header("Content-Type", "application/vnd.api+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
