package org.almbridge.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.almbridge.SteppedClock;
import org.almbridge.TestConfig;
import org.almbridge.directory.Evidence;
import org.junit.jupiter.api.Test;

class ManagerDirectoryTest {

    private static final Manager BOSS = new Manager(null, "boss@example.com");
    private static final Manager SOMEBODY = new Manager("4711", null);

    private final SteppedClock clock = new SteppedClock();
    private final List<Manager> asked = new ArrayList<>();
    private CompletableFuture<ManagerFinding> answer = new CompletableFuture<>();
    private final ManagerDirectory managers = new ManagerDirectory(
            manager -> {
                asked.add(manager);
                return answer;
            },
            TestConfig.bridge("alm.manager-cache-ms", "1000", "alm.missing-manager-cache-ms", "100"),
            clock);

    @Test
    void asksOnceForAllReports() {
        CompletableFuture<ManagerFinding> first = managers.find(BOSS);
        CompletableFuture<ManagerFinding> second = managers.find(new Manager(null, "boss@example.com"));
        managers.find(SOMEBODY);

        answer.complete(ManagerFinding.active("1"));

        assertThat(asked).containsExactly(BOSS, SOMEBODY);
        assertThat(first.join()).isEqualTo(second.join());
    }

    @Test
    void believesWhoIsThereLongerThanWhoIsMissing() {
        managers.find(BOSS);
        answer.complete(ManagerFinding.missing(new Evidence(200, "gw", "")));
        clock.advance(100);
        answer = CompletableFuture.completedFuture(ManagerFinding.active("1"));
        assertThat(managers.find(BOSS).join().isActive()).isTrue();

        clock.advance(999);
        managers.find(BOSS);
        assertThat(asked).hasSize(2);
        clock.advance(1);
        managers.find(BOSS);
        assertThat(asked).hasSize(3);
    }
}
