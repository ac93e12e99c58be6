package org.almbridge.intake;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.RejectedRow;
import org.almbridge.learner.ValidatedRow;

/** Decides whether a row can become a learner, before ALM is asked, so that a bad row costs no call and no retry. */
@Singleton
public class RowValidator {

    private static final List<RowRule> RULES = List.of(
            new NulRule(),
            new SurrogateRule(),
            new EmailRule(),
            new NameRule(),
            new UserTypeRule(),
            new FlagRule(Attributes.ENROLL_ON_CLICK),
            new FlagRule(Attributes.GAMIFICATION_ENABLED),
            new ManagerRule(),
            new EnrolmentRule());

    public ValidatedRow validate(Row row) {
        if (!row.isReadable()) {
            return new RejectedRow(row.number(), row.problems());
        }
        Map<String, String> columns = new LinkedHashMap<>(row.columns());
        List<String> reasons = new ArrayList<>();
        RULES.forEach(rule -> rule.apply(columns, reasons));
        return reasons.isEmpty() ? learner(row.number(), columns) : new RejectedRow(row.number(), reasons);
    }

    private static NewLearner learner(int number, Map<String, String> columns) {
        String email = columns.get(Attributes.EMAIL).toLowerCase(Locale.ROOT);
        String loId = columns.get(Attributes.LO_ID);
        return new NewLearner(
                number,
                columns.getOrDefault(Attributes.USER_UNIQUE_ID, email),
                email,
                columns,
                loId == null ? List.of() : List.of(new Enrolment(loId, columns.get(Attributes.LO_INSTANCE_ID))));
    }
}
