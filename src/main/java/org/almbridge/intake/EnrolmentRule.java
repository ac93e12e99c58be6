package org.almbridge.intake;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks the ids of a row's own enrolment, because ALM answers a wrong id and a user it cannot see yet alike. */
final class EnrolmentRule implements RowRule {

    private static final Pattern LO_ID = Pattern.compile("(course|learningProgram|certification):[0-9]{1,19}");
    private static final Pattern INSTANCE_NUMBER = Pattern.compile("_[0-9]{1,19}");

    @Override
    public void apply(Map<String, String> columns, List<String> reasons) {
        String loId = columns.get(Attributes.LO_ID);
        String loInstanceId = columns.get(Attributes.LO_INSTANCE_ID);
        boolean wellFormed = loId != null && LO_ID.matcher(loId).matches();
        if (loId == null && loInstanceId != null) {
            reasons.add("loId is missing although loInstanceId is given: give both or neither");
        } else if (loId != null && loInstanceId == null) {
            reasons.add("loInstanceId is missing although loId is given: give both or neither");
        }
        if (loId != null && !wellFormed) {
            reasons.add("loId is not the id of a learning object: write it like course:123, learningProgram:123 or"
                    + " certification:123");
        }
        if (loInstanceId != null && !isInstance(loInstanceId, wellFormed ? loId : null)) {
            reasons.add("loInstanceId is not an instance of loId: write the loId, an underscore and the number of the"
                    + " instance, like course:123_456");
        }
    }

    /** Without a sound loId only the shape can be judged. */
    private static boolean isInstance(String loInstanceId, String loId) {
        int underscore = Math.max(loInstanceId.lastIndexOf('_'), 0);
        String parent = loInstanceId.substring(0, underscore);
        return INSTANCE_NUMBER.matcher(loInstanceId.substring(underscore)).matches()
                && (loId == null ? LO_ID.matcher(parent).matches() : loId.equals(parent));
    }
}
