package org.almbridge.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.almbridge.gate.Limit;
import org.almbridge.ledger.RehearsalCounts;

/** Shows a plan as callers see it; the members are public. Nobody is named: people are rows. */
public final class PlanDocument {

    private PlanDocument() {}

    public static ObjectNode of(Plan plan) {
        RehearsalCounts counts = plan.counts();
        Work work = plan.work();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("rowsRead", plan.rowsRead());
        json.put("failure", plan.failure());
        json.put("held", plan.held());
        plan.ignoredColumns().stream().sorted().forEach(json.putArray("ignoredColumns")::add);
        json.put("rejected", counts.rejected());
        rows(json, "rejectedRows");
        counts.firstRejected().forEach(row -> row(json.withArray("rejectedRows"), row.number(), row.reasons()));
        json.put("people", counts.people());
        json.put("repeatedRows", plan.repeatedRows());
        json.put("create", work.created());
        json.put("link", work.linked());
        json.put("unknown", work.unknown());
        json.put("escalate", work.escalated());
        rows(json, "escalatedRows");
        work.firstEscalated().forEach(person -> row(json.withArray("escalatedRows"), person.row(), person.reasons()));
        json.put("nothingToDo", counts.nothingToDo());
        ObjectNode waiting = json.putObject("waiting");
        waiting.put("forTheirDay", counts.waitForDay());
        waiting.put("firstDay", time(counts.firstDay()));
        waiting.put("lastDay", time(counts.lastDay()));
        waiting.put("forTheirManager", counts.waitForManager());
        json.put("managersInThisInput", counts.managersWithin());
        ObjectNode enrolments = json.putObject("enrolments");
        enrolments.put("make", work.enrolments());
        enrolments.put("already", counts.already() + work.thereBefore());
        enrolments.put("later", counts.later());
        enrolments.put("escalate", work.escalatedEnrolments() + counts.withPeople());
        ObjectNode calls = json.putObject("callsAtLeast");
        calls.put("post", work.posts());
        calls.put("get", work.gets());
        json.put("postsForTheLag", plan.lagPosts());
        limit(json, plan.limit());
        json.put("secondsAtLeast", plan.seconds());
        return json;
    }

    private static void rows(ObjectNode json, String member) {
        json.putArray(member);
    }

    private static void row(ArrayNode rows, int number, List<String> reasons) {
        ObjectNode row = rows.addObject();
        row.put("row", number);
        reasons.forEach(row.putArray("reasons")::add);
    }

    private static void limit(ObjectNode json, Limit limit) {
        if (limit == null) {
            json.putNull("limit");
        } else {
            json.putObject("limit").put("perMinute", limit.perMinute()).put("burst", limit.burst());
        }
    }

    private static String time(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis).toString();
    }
}
