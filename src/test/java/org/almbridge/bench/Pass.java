package org.almbridge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * How one file of people went through, seen by the simulator and the operating system.
 *
 * @param load    the machine's load average when the file was handed over
 * @param handedOverAt epoch milliseconds
 * @param created times of the creates, in order
 * @param enrolled times of the first enrolments, in order
 * @param report  the simulator's, of this file alone
 * @param cpu     seconds of processor time of the contender
 * @param simulatorCpu the same of the simulator
 * @param othersCpu the same of whatever else ran on the machine, this program and a database included
 * @param peakMb  the most memory the contender's processes ever occupied, in all
 */
record Pass(
        int people,
        double load,
        long handedOverAt,
        List<Long> created,
        List<Long> enrolled,
        JsonNode report,
        double cpu,
        double simulatorCpu,
        double othersCpu,
        double peakMb) {

    private static final List<String> CALLS =
            List.of("createUser", "enrolUser", "findUser", "getUser", "findEnrolment", "readLearningObject");

    double seconds() {
        return (lastEnrolled() - handedOverAt) / 1e3;
    }

    long lastEnrolled() {
        return enrolled.get(enrolled.size() - 1);
    }

    /** Enrolled learners a second, from the hand-over of the file to the last one. */
    double rate() {
        return enrolled.size() / seconds();
    }

    double cpuMs() {
        return cpu * 1e3 / enrolled.size();
    }

    double simulatorCpuMs() {
        return simulatorCpu * 1e3 / enrolled.size();
    }

    /** Cores that others kept busy. */
    double othersCores() {
        return Math.max(0, othersCpu) / seconds();
    }

    double calls() {
        return CALLS.stream().mapToLong(kind -> count("/callsByKind/" + kind)).sum() / (double) enrolled.size();
    }

    double wasted() {
        return count("/timingErrors") / (double) enrolled.size();
    }

    long count(String pointer) {
        return report.at(pointer).asLong();
    }

    /** Seconds from the hand-over to the enrolment of that share of the people. */
    double enrolledAfter(double share) {
        int index = (int) Math.max(0, Math.ceil(share * enrolled.size()) - 1);
        return (enrolled.get(index) - handedOverAt) / 1e3;
    }
}
