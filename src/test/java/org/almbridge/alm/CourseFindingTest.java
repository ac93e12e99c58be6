package org.almbridge.alm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.almbridge.SteppedClock;
import org.almbridge.course.Course;
import org.almbridge.course.CourseFinding;
import org.almbridge.course.CourseFinding.Part;
import org.almbridge.learner.FailureClass;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ALM's answers say of a course. */
class CourseFindingTest {

    private static final Course NAMED = new Course("course:1", "course:1_10");
    private static final Course DEFAULT = new Course("course:1", null);

    private final SteppedClock clock = new SteppedClock();
    private final Processor instance = new InstanceFinding(clock);
    private final Processor learningObject = new LearningObjectFinding(clock);

    @Test
    void findsAnActiveInstance() throws Exception {
        Exchange exchange = asking(NAMED);
        AlmExchanges.answer(exchange, "{\"data\":{\"id\":\"course:1_10\",\"attributes\":{\"state\":\"Active\"}}}");
        instance.process(exchange);

        assertThat(CourseVariables.finding(exchange)).isEqualTo(CourseFinding.available("course:1_10"));
    }

    @ParameterizedTest
    @CsvSource({"404, NONE", "404, HTML", "400, MISSING_CODE", "400, MISSING_META", "400, MALFORMED_ID"})
    void saysThatTheInstanceIsMissingWhenTheLearningObjectIsThere(int status, AlmBody body) throws Exception {
        Exchange exchange = asking(NAMED);
        AlmExchanges.answer(exchange, status, body.text());
        instance.process(exchange);
        AlmExchanges.answer(exchange, "{\"data\":{\"id\":\"course:1\",\"attributes\":{\"state\":\"Published\"}}}");
        learningObject.process(exchange);

        assertMissing(exchange, Part.INSTANCE, "ALM has no instance course:1_10 of course:1");
        assertThat(CourseVariables.finding(exchange).evidence().requestId()).isEqualTo("gw-" + status);
    }

    @ParameterizedTest
    @CsvSource({"404, NONE", "400, MISSING_CODE", "400, MALFORMED_ID"})
    void saysThatTheLearningObjectIsMissing(int status, AlmBody body) throws Exception {
        Exchange exchange = asking(NAMED);
        AlmExchanges.answer(exchange, status, body.text());
        instance.process(exchange);
        learningObject.process(exchange);

        assertMissing(exchange, Part.LEARNING_OBJECT, "ALM has no learning object course:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":null}", "{\"data\":{}}", "{}"})
    void takesAnAnswerWithoutDataForMissing(String answer) throws Exception {
        Exchange exchange = asking(NAMED);
        AlmExchanges.answer(exchange, answer);
        instance.process(exchange);
        learningObject.process(exchange);

        assertMissing(exchange, Part.LEARNING_OBJECT, "ALM has no learning object course:1");
    }

    @ParameterizedTest
    @CsvSource({
        "Retired, LEARNING_OBJECT, The learning object course:1 is retired in ALM",
        "Published, INSTANCE, The instance course:1_10 is retired in ALM"
    })
    void saysWhatIsRetired(String state, Part fault, String problem) throws Exception {
        Exchange exchange = asking(NAMED);
        AlmExchanges.answer(exchange, "{\"data\":{\"id\":\"course:1_10\",\"attributes\":{\"state\":\"Retired\"}}}");
        instance.process(exchange);
        AlmExchanges.answer(exchange, "{\"data\":{\"id\":\"course:1\",\"attributes\":{\"state\":\"" + state + "\"}}}");
        learningObject.process(exchange);

        assertMissing(exchange, fault, problem);
    }

    @ParameterizedTest
    @CsvSource({
        "400, UNEXPLAINED, UNRECOGNISED",
        "401, NONE, UNAUTHORISED",
        "403, NONE, REJECTED",
        "429, THROTTLED, THROTTLED",
        "500, HTML, UNAVAILABLE",
        "503, HTML, UNAVAILABLE"
    })
    void doesNotTakeAnAilingAlmForAMissingCourse(int status, AlmBody body, FailureClass expected) {
        for (Processor note : new Processor[] {instance, learningObject}) {
            Exchange exchange = asking(NAMED);
            AlmExchanges.answer(exchange, status, body.text());
            exchange.getMessage().setHeader("retry-after", "1.5");

            AlmFailure failure = catchThrowableOfType(AlmAnswerException.class, () -> note.process(exchange))
                    .failure();

            assertThat(failure).isEqualTo(new AlmFailure(expected, status, "gw-" + status, body.text(), 1_500L));
            assertThat(CourseVariables.finding(exchange)).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the one called default       | 10 Active false, 11 Active true   | course:1_11
            the only one                 | 10 Active false                   | course:1_10
            the only one not retired     | 10 Retired true, 11 Active false  | course:1_11""")
    void findsTheDefaultInstance(String which, String instances, String expected) throws Exception {
        Exchange exchange = asking(DEFAULT);
        AlmExchanges.answer(exchange, withInstances(instances));
        learningObject.process(exchange);

        assertThat(CourseVariables.finding(exchange)).isEqualTo(CourseFinding.available(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10 Active false, 11 Active false | has 2 active instances in ALM and none is the default one, so name one
            10 Retired true                  | has no active instance in ALM""")
    void doesNotGuessTheDefaultInstance(String instances, String problem) throws Exception {
        Exchange exchange = asking(DEFAULT);
        AlmExchanges.answer(exchange, withInstances(instances));
        learningObject.process(exchange);

        assertMissing(exchange, Part.INSTANCE, "The learning object course:1 " + problem);
    }

    /** @param instances each a number, its state and whether it is the default */
    private static String withInstances(String instances) {
        StringBuilder included = new StringBuilder("{\"id\":\"7\",\"type\":\"skill\"}");
        for (String words : instances.split(", ")) {
            String[] word = words.trim().split(" ");
            included.append(",{\"id\":\"course:1_%s\",\"type\":\"learningObjectInstance\",".formatted(word[0]))
                    .append("\"attributes\":{\"state\":\"%s\",\"isDefault\":%s}}".formatted(word[1], word[2]));
        }
        return "{\"data\":{\"id\":\"course:1\",\"attributes\":{\"state\":\"Published\"}},\"included\":[" + included
                + "]}";
    }

    private static Exchange asking(Course course) {
        Exchange exchange = AlmExchanges.of(null, null);
        CourseVariables.course(exchange, course);
        return exchange;
    }

    private static void assertMissing(Exchange exchange, Part fault, String problem) {
        CourseFinding finding = CourseVariables.finding(exchange);
        assertThat(finding.isAvailable()).isFalse();
        assertThat(finding.fault()).isEqualTo(fault);
        assertThat(finding.problem()).isEqualTo(problem);
    }
}
