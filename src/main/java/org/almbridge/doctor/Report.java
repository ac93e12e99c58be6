package org.almbridge.doctor;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.almbridge.call.Masked;

/** What the doctor has found: each line is told at once, the answers of ALM at the end. Nothing leaves it unscrubbed. */
final class Report {

    private static final int WIDTH = 110;
    private static final String INDENT = " ".repeat(18);

    private static final class Seen {
        private final Reply first;
        private int times;

        private Seen(Reply first) {
            this.first = first;
        }
    }

    private final Consumer<String> reader;
    private final UnaryOperator<String> scrubber;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Seen> replies = new LinkedHashMap<>();
    private int failures;

    /**
     * @param reader   is told each line
     * @param scrubber takes out what must not be told
     */
    Report(Consumer<String> reader, UnaryOperator<String> scrubber) {
        this.reader = reader;
        this.scrubber = scrubber;
    }

    void line(String line) {
        String clean = scrubber.apply(line);
        text.append(clean).append(System.lineSeparator());
        reader.accept(clean);
    }

    void ok(String subject, String seen) {
        finding(Level.OK, subject, seen);
    }

    void warn(String subject, String seen, String remedy) {
        finding(Level.WARN, subject, seen);
        wrap(INDENT, remedy);
    }

    /** A failure whose text names the remedy, too. */
    void fail(String subject, String seen) {
        failures++;
        finding(Level.FAIL, subject, seen);
    }

    void fail(String subject, String seen, String remedy) {
        fail(subject, seen);
        wrap(INDENT, remedy);
    }

    private void finding(Level level, String subject, String seen) {
        wrap("%-5s %-11s ".formatted(level, subject), seen);
    }

    private void wrap(String start, String words) {
        StringBuilder line = new StringBuilder(start);
        boolean empty = true;
        for (String word : words.split(" ")) {
            if (!empty && line.length() + word.length() >= WIDTH) {
                line(line.toString());
                line = new StringBuilder(INDENT);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        line(line.toString());
    }

    /** Equal answers to equal questions are told once. */
    void reply(Reply reply) {
        String body = shown(reply);
        String key = reply.question().name() + reply.status() + body.replaceAll("[0-9]+", "0");
        replies.computeIfAbsent(key, first -> new Seen(reply)).times++;
    }

    /** The answers, each as a block that a test case can be made of. */
    void answers() {
        if (replies.isEmpty()) {
            return;
        }
        line("");
        line("What ALM answered, without people's data and secrets");
        replies.values().forEach(this::answer);
    }

    private void answer(Seen seen) {
        Reply reply = seen.first;
        Question question = reply.question();
        line("");
        line("--- " + question.name() + (seen.times == 1 ? "" : " (" + seen.times + " times)"));
        line("call          " + question.address());
        if (!reply.isAnswer()) {
            line("answer        " + reply.outcome());
            return;
        }
        line("status        " + reply.status() + " after " + Spell.text(reply.tookMs()));
        reply.headers().forEach((name, value) -> line("%-13s %s".formatted(name.toLowerCase(Locale.ROOT), value)));
        line("body          " + shown(reply));
        if (reply.failureClass() != null) {
            line("test case     %s | %d | <body> | verified %s | young %s | %s"
                    .formatted(
                            question.call(),
                            reply.status(),
                            question.verified(),
                            question.young(),
                            reply.failureClass()));
        }
    }

    private static String shown(Reply reply) {
        return reply.isAnswer() ? Masked.body(reply.body()) : reply.outcome();
    }

    /** Whether nothing was found that would stop the bridge. */
    boolean isWell() {
        return failures == 0;
    }

    int failures() {
        return failures;
    }

    /** All lines so far. */
    String text() {
        return text.toString();
    }
}
