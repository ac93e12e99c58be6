package org.almbridge.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.almbridge.learner.FailureClass;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final List<String> told = new ArrayList<>();
    private final Report report = new Report(told::add, text -> text.replace("secret", "***"));

    @Test
    void onlyAFailureStopsTheBridge() {
        report.ok("read", "works");
        report.warn("token", "ends", "Do this.");
        assertThat(report.isWell()).isTrue();

        report.fail("rule", "is wrong");
        assertThat(report.isWell()).isFalse();
        assertThat(told)
                .containsExactly(
                        "ok    read        works",
                        "warn  token       ends",
                        "                  Do this.",
                        "FAIL  rule        is wrong");
    }

    @Test
    void breaksLongLinesBetweenWords() {
        report.ok("read", "word ".repeat(60).trim());

        assertThat(told)
                .hasSizeGreaterThan(2)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110))
                .allSatisfy(line -> assertThat(line).endsWith("word"));
    }

    @Test
    void scrubsEverything() {
        report.line("a secret");
        report.fail("secret", "a secret");
        report.reply(reply("{\"title\": \"secret\"}"));
        report.answers();

        assertThat(told).noneMatch(line -> line.contains("secret"));
        assertThat(report.text()).doesNotContain("secret").contains("\"title\":\"***\"");
    }

    @Test
    void tellsEqualAnswersOnceWhateverTheirNumbers() {
        report.reply(reply("{\"id\": \"course:1_20000118\"}"));
        report.reply(reply("{\"id\": \"course:1_20000119\"}"));
        report.reply(reply("{\"title\": \"another\"}"));
        report.answers();

        assertThat(told)
                .filteredOn(line -> line.startsWith("---"))
                .containsExactly("--- create (2 times)", "--- create");
        assertThat(told)
                .contains(
                        "status        400 after 7 ms",
                        "x-request-id  gw1",
                        "test case     CREATE_USER | 400 | <body> | verified false | young false | UNRECOGNISED");
    }

    @Test
    void tellsThatNoAnswerCame() {
        report.reply(new Reply(
                Question.create("create"), null, Map.of(), null, null, 0, 7, new ConnectException("refused")));
        report.answers();

        assertThat(told).contains("answer        no answer (ConnectException: refused)");
    }

    private static Reply reply(String body) {
        return new Reply(
                Question.create("create"),
                400,
                Map.of("x-request-id", "gw1"),
                body,
                FailureClass.UNRECOGNISED,
                100,
                107,
                null);
    }
}
