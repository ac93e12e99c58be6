package org.almbridge.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.almbridge.BridgeConfig;
import org.almbridge.SteppedClock;
import org.almbridge.TestConfig;
import org.almbridge.call.AnswerHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorisationTest {

    private static final int MOST = 5_000;
    private static final long WEEK = 604_800_000;

    private final SteppedClock clock = new SteppedClock();
    private final GrantedTokens source = new GrantedTokens().configured();
    private DispatchPause pause;
    private Authorisation authorisation = authorisation(source);

    @Test
    void asksOnceForManyWaiters() {
        List<CompletableFuture<Optional<Token>>> waiters =
                IntStream.range(0, 1_000).mapToObj(i -> authorisation.token()).toList();

        assertThat(waiters).noneMatch(CompletableFuture::isDone);
        source.grants("a", WEEK);

        assertThat(waiters).allSatisfy(waiter -> assertThat(value(waiter)).isEqualTo("a"));
        assertThat(source.asked()).isEqualTo(1);
    }

    @Test
    void usesTheReadyTokenFirstAndRenewsItWhenItIsRefused() {
        authorisation = authorisation(source, "alm.access-token", "ready");
        assertThat(now()).isEqualTo("ready");
        assertThat(source.asked()).isZero();

        answered("ready", 401);
        CompletableFuture<Optional<Token>> waiter = authorisation.token();
        source.grants("a", WEEK);

        assertThat(value(waiter)).isEqualTo("a");
        assertThat(pause.isOn()).isFalse();
    }

    @Test
    void renewsAheadOfExpiryWhileCallsGoOn() {
        granted("a", WEEK);
        clock.advance(WEEK - 600_001);
        assertThat(now()).isEqualTo("a");
        assertThat(source.asked()).isEqualTo(1);
        clock.advance(1);

        assertThat(now()).isEqualTo("a");
        assertThat(now()).isEqualTo("a");
        assertThat(source.asked()).isEqualTo(2);
        source.grants("b", WEEK);
        assertThat(now()).isEqualTo("b");
    }

    @Test
    void renewsAShortToken5PercentAhead() {
        granted("a", 100_000);
        clock.advance(94_999);
        now();
        assertThat(source.asked()).isEqualTo(1);
        clock.advance(1);
        now();

        assertThat(source.asked()).isEqualTo(2);
    }

    @Test
    void waitsWhenTheTokenHasExpired() {
        granted("a", 100_000);
        clock.advance(100_000);

        assertThat(authorisation.token()).isNotDone();
    }

    @Test
    void takesTheSameTokenAgainWhileItIsGood() {
        granted("a", WEEK);
        answered("a", 200);
        clock.advance(WEEK - 600_000);
        now();
        source.grants("a", 600_000);

        assertThat(now()).isEqualTo("a");
        assertThat(source.asked()).isEqualTo(2);
        clock.advance(600_000);
        assertThat(authorisation.token()).isNotDone();
        source.grants("b", WEEK);
        assertThat(now()).isEqualTo("b");
    }

    @Test
    void renewsTheSameTokenWhenItIsRefusedLater() {
        granted("a", 100_000);
        answered("a", 200);
        clock.advance(96_000);
        now();
        source.grants("a", 4_000);
        answered("a", 401);

        assertThat(authorisation.token()).isNotDone();
        assertThat(pause.isOn()).isFalse();
    }

    @Test
    void goesOnWithAGoodTokenAndBacksOffWhenItsSuccessorIsNotGranted() {
        granted("a", 100_000);
        clock.advance(95_000);
        now();
        source.fails();
        clock.advance(1_999);
        assertThat(now()).isEqualTo("a");
        assertThat(source.asked()).isEqualTo(2);
        clock.advance(1);
        assertThat(now()).isEqualTo("a");

        assertThat(source.asked()).isEqualTo(3);
        assertThat(pause.isOn()).isFalse();
    }

    @Test
    void renewsARefusedTokenOnceHoweverLateOthersAreRefused() {
        granted("a", WEEK);
        answered("a", 200);
        answered("a", 401);
        answered("a", 401);
        CompletableFuture<Optional<Token>> waiter = authorisation.token();
        source.grants("b", WEEK);
        answered("a", 401);

        assertThat(value(waiter)).isEqualTo("b");
        assertThat(now()).isEqualTo("b");
        assertThat(source.asked()).isEqualTo(2);
        assertThat(pause.isOn()).isFalse();
    }

    @Test
    void waitsForARenewalThatIsUnderWayWhenTheTokenIsRefusedMeanwhile() {
        granted("a", 100_000);
        answered("a", 200);
        clock.advance(95_000);
        now();
        answered("a", 401);

        assertThat(authorisation.token()).isNotDone();
        assertThat(source.asked()).isEqualTo(2);
    }

    @Test
    void givesWhoHadToWaitForAThreadTheTokenOfNow() {
        Token first = granted("a", WEEK);
        answered("a", 200);
        answered("a", 401);
        assertThat(authorisation.thisOrNewer(first)).isSameAs(first);
        source.grants("b", WEEK);

        assertThat(authorisation.thisOrNewer(first).value()).isEqualTo("b");
    }

    @Test
    void pausesWhenAFreshTokenIsRefused() {
        granted("a", WEEK);
        answered("a", 401);

        assertThat(pause.isOn()).isTrue();
        assertThat(pause.fresh(MOST)).isZero();
        assertThat(pause.created(MOST)).isZero();
        assertThat(authorisation.token()).isCompletedWithValue(Optional.empty());
        assertThat(source.asked()).isEqualTo(1);
    }

    @Test
    void sendsEverybodyBackWhenNoTokenIsGranted() {
        CompletableFuture<Optional<Token>> waiter = authorisation.token();
        source.fails();

        assertThat(waiter).isCompletedWithValue(Optional.empty());
        assertThat(authorisation.token()).isCompletedWithValue(Optional.empty());
        assertThat(pause.fresh(MOST)).isZero();
    }

    @Test
    void asksOnceAStepAndGoesOnWhenATokenIsAccepted() {
        authorisation.token();
        source.fails();
        for (long stepMs : List.of(2_000, 4_000, 8_000)) {
            clock.advance(stepMs - 1);
            assertThat(pause.fresh(MOST)).isZero();
            clock.advance(1);
            assertThat(pause.fresh(MOST)).isEqualTo(1);
            CompletableFuture<Optional<Token>> probe = authorisation.token();
            assertThat(authorisation.token()).isCompletedWithValue(Optional.empty());
            assertThat(pause.fresh(MOST)).isZero();
            source.fails();
            assertThat(probe).isCompletedWithValue(Optional.empty());
        }
        assertThat(source.asked()).isEqualTo(4);
        clock.advance(16_000);
        CompletableFuture<Optional<Token>> probe = authorisation.token();
        source.grants("a", WEEK);

        assertThat(value(probe)).isEqualTo("a");
        assertThat(authorisation.token()).isCompletedWithValue(Optional.empty());
        answered("a", 400);
        assertThat(pause.fresh(MOST)).isEqualTo(MOST);
        assertThat(now()).isEqualTo("a");
    }

    @Test
    void probesAReadyTokenByOneCallAStep() {
        authorisation = authorisation(new GrantedTokens(), "alm.access-token", "ready");
        now();
        answered("ready", 401);
        answered("ready", 200); // to a call from before
        assertThat(pause.isOn()).isTrue();
        clock.advance(2_000);

        assertThat(now()).isEqualTo("ready");
        assertThat(authorisation.token()).isCompletedWithValue(Optional.empty());
        answered("ready", 401);
        clock.advance(3_999);
        assertThat(pause.fresh(MOST)).isZero();
        clock.advance(1);
        assertThat(now()).isEqualTo("ready");
        answered("ready", 200);

        assertThat(pause.fresh(MOST)).isEqualTo(MOST);
        assertThat(now()).isEqualTo("ready");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void learnsNothingFromAnAnswerThatDoesNotLookAtTheToken(int status) {
        authorisation.token();
        source.fails();
        clock.advance(2_000);
        authorisation.token();
        source.grants("a", WEEK);
        answered("a", status);

        assertThat(pause.isOn()).isTrue();
    }

    @Test
    void learnsNothingFromCallsOfOthers() {
        granted("a", WEEK);
        authorisation.answered(new AnswerHead("POST", null, 401, name -> null));
        authorisation.answered(new AnswerHead("POST", "Bearer of-a-webhook", 401, name -> null));

        assertThat(pause.isOn()).isFalse();
        assertThat(now()).isEqualTo("a");
    }

    @Test
    void takesAStopForNoTrouble() {
        CompletableFuture<Optional<Token>> waiter = authorisation.token();
        source.failsWith(new RejectedExecutionException());

        assertThat(waiter).isCompletedWithValue(Optional.empty());
        assertThat(pause.isOn()).isFalse();
    }

    @Test
    void printsNoToken() {
        assertThat(granted("secret", WEEK).toString()).doesNotContain("secret");
        assertThat(new TokenGrant("secret", WEEK).toString()).doesNotContain("secret");
    }

    private Authorisation authorisation(TokenSource from, String... keysAndValues) {
        BridgeConfig config = TestConfig.bridge(keysAndValues);
        pause = new DispatchPause(config, clock);
        return new Authorisation(config, from, pause, new TokenAlarm(clock), clock);
    }

    private Token granted(String value, long lifetimeMs) {
        CompletableFuture<Optional<Token>> token = authorisation.token();
        source.grants(value, lifetimeMs);
        return token.join().orElseThrow();
    }

    /** An answer to a call that carried that token. */
    private void answered(String token, int status) {
        authorisation.answered(new AnswerHead("GET", "oauth " + token, status, name -> null));
    }

    private String now() {
        return value(authorisation.token());
    }

    private static String value(CompletableFuture<Optional<Token>> token) {
        assertThat(token).isDone();
        return token.join().orElseThrow().value();
    }
}
