package org.almbridge.lag;

import java.util.Optional;

/**
 * A model as text, for the ledger: {@code 1;<observations since the last shift>;<bin>=<thousandths of an observation>,...}. The
 * number in front changes with the form or the grid.
 */
final class LagText {

    private static final String VERSION = "1";

    private LagText() {}

    static String write(LagModel model) {
        StringBuilder text = new StringBuilder(VERSION + ";" + Math.round(model.sinceShift()) + ";");
        double[] weights = model.fitted();
        String comma = "";
        for (int bin = 0; bin < weights.length; bin++) {
            long thousandths = Math.round(1_000 * weights[bin]);
            if (thousandths > 0) {
                text.append(comma).append(bin).append('=').append(thousandths);
                comma = ",";
            }
        }
        return text.toString();
    }

    /** Empty when the text is of another version, damaged, or says nothing about this grid. */
    static Optional<LagModel> read(String text, AgeGrid grid) {
        String[] parts = text.split(";", -1);
        if (parts.length != 3 || !VERSION.equals(parts[0])) {
            return Optional.empty();
        }
        try {
            double[] weights = weights(parts[2], grid);
            long sinceShift = Long.parseLong(parts[1]);
            boolean usable = sinceShift >= 0 && Weights.sum(weights) > 0;
            return usable ? Optional.of(new LagModel(grid, weights, sinceShift)) : Optional.empty();
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    private static double[] weights(String list, AgeGrid grid) {
        double[] weights = new double[grid.bins()];
        for (String entry : list.split(",")) {
            int equals = entry.indexOf('=');
            int bin = Integer.parseInt(entry.substring(0, Math.max(0, equals)));
            long thousandths = Long.parseLong(entry.substring(equals + 1));
            if (bin < 0 || thousandths < 0) {
                throw new NumberFormatException(entry);
            }
            if (bin < weights.length) {
                weights[bin] = thousandths / 1_000.0;
            }
        }
        return weights;
    }
}
