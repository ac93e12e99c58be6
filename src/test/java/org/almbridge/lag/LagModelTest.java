package org.almbridge.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is held after intervals were observed, and as text. */
class LagModelTest {

    private static final AgeGrid GRID = new AgeGrid(120_000);

    private final LagModel model = new LagModel(GRID);

    private static double[] quartiles(LagModel model) {
        LagDistribution lag = model.distribution();
        return new double[] {lag.quantile(0.25), lag.quantile(0.5), lag.quantile(0.75)};
    }

    /** The lag is seen as lying in one of the intervals between probes placed at random. */
    private void observe(int users, double from, double until, long seed) {
        Random random = new Random(seed);
        for (int user = 0; user < users; user++) {
            double lag = from + (until - from) * random.nextDouble();
            double failed = 0;
            double age = from + (until - from) * random.nextDouble();
            while (age < lag) {
                failed = age;
                age += (until - from) * (0.2 + 0.3 * random.nextDouble());
            }
            model.observed(failed, age);
        }
    }

    @Test
    void assumesThePublishedLagWithTheWeightOf20() {
        assertThat(model.weight()).isCloseTo(20, within(1e-6));
        assertThat(quartiles(model)).containsExactly(new double[] {1_250, 1_500, 1_750}, within(25.0));
    }

    @Test
    void findsTheLagBehindTheIntervals() {
        observe(800, 3_000, 7_000, 3);

        assertThat(quartiles(model)).as("seed 3").containsExactly(new double[] {4_000, 5_000, 6_000}, within(400.0));
    }

    @Test
    void remembersAFewHundredObservations() {
        observe(5_000, 1_000, 2_000, 4);

        assertThat(model.weight()).isBetween(250.0, 450.0);
    }

    @Test
    void whatWasHeldImpossibleGetsItsWeight() {
        model.observed(40_000, 50_000);

        assertThat(model.distribution().below(50_000) - model.distribution().below(40_000))
                .isCloseTo(1.0 / 20, within(0.02));
    }

    @Test
    void startsAnewFromTheLatest() {
        observe(500, 1_000, 2_000, 5);
        for (int user = 0; user < 8; user++) {
            model.observed(4_000, 5_000);
        }

        model.shrinkTo(2, 8);

        assertThat(model.weight()).isCloseTo(10, within(0.5));
        assertThat(model.distribution().quantile(0.5)).isBetween(4_000.0, 5_000.0);
    }

    @Test
    void textKeepsWhatIsHeld() {
        observe(300, 2_000, 4_000, 6);

        String text = LagText.write(model);

        LagModel read = LagText.read(text, GRID).orElseThrow();

        assertThat(LagText.write(read)).isEqualTo(text);
        assertThat(read.weight()).isCloseTo(model.weight(), within(1.0));
        assertThat(read.sinceShift()).isEqualTo(300);
    }

    @Test
    void textFitsAShorterWindow() {
        LagModel read = LagText.read(LagText.write(model), new AgeGrid(5_000)).orElseThrow();

        assertThat(quartiles(read)).containsExactly(quartiles(model), within(25.0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "2;5;50=1000",
                "1;5;",
                "1;x;50=1000",
                "1;-1;50=1000",
                "1;5;50",
                "1;5;=1000",
                "1;5;-3=1000",
                "1;5;50=-1",
                "1;5;50=1000;more",
                "1;5;999999=1000",
                "1;5;50=0"
            })
    void damagedTextIsNoModel(String text) {
        assertThat(LagText.read(text, GRID)).isEmpty();
    }
}
