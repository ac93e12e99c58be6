package org.almbridge.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Holds every choice where ALM's behaviour varies or is undocumented, so that a test can state the ALM it assumes.
 *
 * @param accessTokens tokens that are always accepted, with the scheme {@code oauth} or {@code Bearer}
 * @param seed makes lags and random faults repeatable
 * @param lagMinMs shortest time until the enrolment service sees a new user
 * @param lagMaxMs longest such time; each user's own is spread evenly between the two
 * @param serviceTimeMs time that every ALM call takes before it is applied and answered
 * @param errorShape body of error answers
 * @param notFoundStatus 400 or 404: status of whatever is missing, malformed or not indexed yet
 * @param dataNullForMissing whether a read by id answers 200 with {@code data:null} instead
 * @param duplicateText what a create for an existing e-mail is told
 * @param asynchronousCreate what a create is told of the new user; unless {@code NONE}, reads find that user only after
 *     its lag, which no script changes
 * @param repeatEnrolment answer to an enrolment that already exists
 * @param strictMediaTypes whether requests must speak {@code application/vnd.api+json}
 * @param readsLag whether reads, too, see a new user only after its lag
 * @param enrolmentReadLagMs time until reads show a new enrolment, whether or not {@code readsLag} is set
 * @param indexFrozen while true nobody becomes visible; afterwards each held user does after its own lag
 * @param learningObjects learning objects by id, each as a list of its instances' ids with the default one first, or in full
 * @param learningObjectStatus HTTP status that every read of a learning object or instance gets; absent: it is answered
 * @param faults rates of random failures
 * @param oauth the client that may refresh tokens
 * @param rateLimits limits by HTTP method for each caller, all of a client's issued tokens being one; a method without
 *     an entry has none
 * @param rateLimitOpening how many calls pass at once before the rate holds
 */
@RegisterForReflection
public record SimulatorSettings(
        List<String> accessTokens,
        long seed,
        long lagMinMs,
        long lagMaxMs,
        long serviceTimeMs,
        ErrorShape errorShape,
        int notFoundStatus,
        boolean dataNullForMissing,
        String duplicateText,
        AsynchronousCreate asynchronousCreate,
        RepeatEnrolment repeatEnrolment,
        boolean strictMediaTypes,
        boolean readsLag,
        long enrolmentReadLagMs,
        boolean indexFrozen,
        Map<String, LearningObject> learningObjects,
        Integer learningObjectStatus,
        FaultRates faults,
        OAuthSettings oauth,
        Map<String, RateLimit> rateLimits,
        RateLimitOpening rateLimitOpening) {

    private static final String LEARNING_OBJECTS = "learningObjects";

    public SimulatorSettings {
        Json.require(whole(accessTokens), "accessTokens must be a list of tokens.");
        Json.require(lagMinMs >= 0 && lagMinMs <= lagMaxMs, "lagMinMs must lie between 0 and lagMaxMs.");
        Json.require(serviceTimeMs >= 0, "serviceTimeMs must not be negative.");
        Json.require(enrolmentReadLagMs >= 0, "enrolmentReadLagMs must not be negative.");
        Json.require(errorShape != null, "errorShape must be DOCUMENTED or META.");
        Json.require(notFoundStatus == 400 || notFoundStatus == 404, "notFoundStatus must be 400 or 404.");
        Json.require(duplicateText != null, "duplicateText must be a text.");
        Json.require(asynchronousCreate != null, "asynchronousCreate must be NONE, WITHOUT_ID or ACCEPTED.");
        Json.require(repeatEnrolment != null, "repeatEnrolment must be SAME_OBJECT or ERROR.");
        Json.require(learningObjects != null, "learningObjects must map ids to lists of instance ids.");
        Json.require(
                learningObjectStatus == null || learningObjectStatus >= 200 && learningObjectStatus <= 599,
                "learningObjectStatus must be an HTTP status from 200 to 599.");
        Json.require(faults != null, "faults must be an object.");
        Json.require(oauth != null, "oauth must be an object.");
        Json.require(rateLimitOpening != null, "rateLimitOpening must be ONE_AND_BURST or RATE_AND_BURST.");
        accessTokens = List.copyOf(accessTokens);
        learningObjects = Collections.unmodifiableMap(new LinkedHashMap<>(learningObjects));
        rateLimits = limits(rateLimits);
    }

    public static SimulatorSettings defaults() {
        return new SimulatorSettings(
                List.of("simulator-token"),
                1,
                1_000,
                2_000,
                0,
                ErrorShape.DOCUMENTED,
                400,
                false,
                "Email address of user already present in the system",
                AsynchronousCreate.NONE,
                RepeatEnrolment.SAME_OBJECT,
                true,
                false,
                0,
                false,
                Map.of(
                        "course:1171899", LearningObject.of("course:1171899_2067352"),
                        "course:9756365", LearningObject.of("course:9756365_10438978")),
                null,
                FaultRates.NONE,
                OAuthSettings.NONE,
                Map.of(),
                RateLimitOpening.ONE_AND_BURST);
    }

    /** Reads a partial JSON object; whatever it leaves out keeps its default. */
    public static SimulatorSettings fromJson(String partial) {
        return defaults().merge(Json.parse(partial));
    }

    /** Applies a JSON merge patch (RFC 7396): objects are merged, lists replaced, {@code null} removes an entry. */
    SimulatorSettings merge(JsonNode patch) {
        ObjectNode tree = (ObjectNode) Json.tree(this);
        tree.set(LEARNING_OBJECTS, LearningObjectsJson.full(learningObjects));
        JsonNode merged = Json.merge(tree, patch);
        LearningObjectsJson.expand(merged.path(LEARNING_OBJECTS));
        return Json.convert(merged, SimulatorSettings.class);
    }

    private static Map<String, RateLimit> limits(Map<String, RateLimit> limits) {
        boolean fits = limits != null
                && limits.entrySet().stream()
                        .allMatch(limit -> limit.getKey().matches("[A-Z]+") && limit.getValue() != null);
        Json.require(fits, "rateLimits must map HTTP methods in capitals to limits.");
        return Collections.unmodifiableMap(new TreeMap<>(limits));
    }

    private static boolean whole(List<String> list) {
        return list != null && list.stream().allMatch(Objects::nonNull);
    }
}
