package org.almbridge.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Turns the days that a workbook counts into dates as ISO 8601 writes them. */
final class XlsxDates {

    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);

    /** The day before 10000-01-01. */
    private static final BigDecimal MOST = BigDecimal.valueOf(2_958_466);

    /** Excel believes in a 29 February 1900; days before it are one off, that one is none. */
    private static final int DAY_THAT_NEVER_WAS = 60;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private XlsxDates() {}

    /** A date, with its time unless that is midnight; a time alone for less than a day; empty for no day there was. */
    static Optional<String> text(BigDecimal days, boolean epoch1904) {
        if (days.signum() < 0 || days.compareTo(MOST) >= 0) {
            return Optional.empty();
        }
        long seconds = days.multiply(SECONDS_OF_A_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long day = seconds / SECONDS_OF_A_DAY.intValue();
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_OF_A_DAY.intValue());
        if (day == 0 && !epoch1904) {
            return Optional.of(TIME.format(time));
        }
        return date(day, epoch1904)
                .map(date -> time.equals(LocalTime.MIDNIGHT)
                        ? date.toString()
                        : date + "T" + TIME.format(LocalDateTime.of(date, time)));
    }

    private static Optional<LocalDate> date(long day, boolean epoch1904) {
        if (epoch1904) {
            return Optional.of(DAY_0_OF_1904.plus(day, ChronoUnit.DAYS));
        }
        return day == DAY_THAT_NEVER_WAS
                ? Optional.empty()
                : Optional.of(DAY_0.plusDays(day < DAY_THAT_NEVER_WAS ? day + 1 : day));
    }
}
