package org.almbridge.intake;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.almbridge.BridgeConfig;
import org.almbridge.BridgeConfig.Intake.StartDateHolds;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.RejectedRow;
import org.almbridge.learner.Start;
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
            new StartDateRule(),
            new EnrolmentRule());

    private final BridgeConfig.Intake intake;

    RowValidator(BridgeConfig config) {
        this.intake = config.intake();
    }

    public ValidatedRow validate(Row row) {
        if (!row.isReadable()) {
            return new RejectedRow(row.number(), row.problems());
        }
        Map<String, String> columns = new LinkedHashMap<>(row.columns());
        List<String> reasons = new ArrayList<>();
        RULES.forEach(rule -> rule.apply(columns, reasons));
        return reasons.isEmpty() ? learner(row.number(), columns) : new RejectedRow(row.number(), reasons);
    }

    private NewLearner learner(int number, Map<String, String> columns) {
        String email = columns.get(Attributes.EMAIL).toLowerCase(Locale.ROOT);
        String loId = columns.get(Attributes.LO_ID);
        return new NewLearner(
                number,
                columns.getOrDefault(Attributes.USER_UNIQUE_ID, email),
                email,
                columns,
                start(columns.get(Attributes.START_DATE)),
                loId == null ? List.of() : List.of(new Enrolment(loId, columns.get(Attributes.LO_INSTANCE_ID))),
                List.of());
    }

    /** @param day {@code null} for none */
    private Start start(String day) {
        if (day == null) {
            return Start.AT_ONCE;
        }
        long begins = LocalDate.parse(day)
                .atStartOfDay(ZoneId.of(intake.timeZone()))
                .toInstant()
                .toEpochMilli();
        return new Start(intake.startDateHolds() == StartDateHolds.USER ? begins : 0, begins);
    }
}
