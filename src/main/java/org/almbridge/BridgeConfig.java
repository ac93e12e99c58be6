package org.almbridge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Every key an operator may set; application.properties documents the same keys in the same order. */
@ConfigMapping(prefix = "bridge")
public interface BridgeConfig {

    /** Where ALM is and how the bridge is known there. */
    Alm alm();

    /** When a failed call is tried again. */
    Retry retry();

    /** Who gets which course: rules by name. */
    Map<String, EnrolmentRule> enrolments();

    /** Whom to tell of a learner that needs a person. */
    Escalation escalation();

    /** What to tell people while it lasts. */
    Alerts alerts();

    /** How receivers know that a message is the bridge's. */
    Webhooks webhooks();

    /** Where new people come from: by name, {@code kind} and the parameters of that kind. */
    Map<String, Map<String, String>> sources();

    /** What sources call the attributes of people: by name, attributes with their headers, and groups of them. */
    Map<String, Map<String, String>> mappings();

    /** Routes of the operator's own. */
    Routes routes();

    /** How rows are taken in. */
    Intake intake();

    /** Pushing people over HTTP. */
    Api api();

    /** What becomes of rows that are wrong in themselves. */
    Outcomes outcomes();

    Rejects rejects();

    /** The durable store. */
    Ledger ledger();

    /** How long what is done with is kept. */
    Retention retention();

    /** A ledger's way to another store, in the profiles export and import. */
    Transfer transfer();

    /** How much work is under way at a time. */
    Dispatch dispatch();

    /** How the process ends. */
    Shutdown shutdown();

    /** The local stand-in for ALM. */
    Simulator simulator();

    /** The examination of an account, in the profile doctor. */
    Doctor doctor();

    /** What would become of people, before they are taken in. */
    Plan plan();

    interface Alm {
        /** Scheme and host, {@code /primeapi/v2} is appended; {@code http} is accepted for loopback hosts only. */
        Optional<String> baseUrl();

        /** A ready token; sent as {@code Authorization: oauth <token>}. */
        Optional<String> accessToken();

        /** What access tokens are renewed with: all three or none. */
        Oauth oauth();

        /** Sent as {@code relationships.account} when set. */
        Optional<String> accountId();

        /** Milliseconds to wait for ALM's answer; deep reads of ALM are known to take a minute. */
        @WithDefault("60000")
        int responseTimeoutMs();

        /** Calls to ALM under way at a time, each on a connection and a thread of its own. */
        @WithDefault("32")
        int maxConnections();

        /** Calls a minute that ALM allows for each HTTP method, until its answers tell; 0 is unknown. */
        @WithDefault("0")
        int requestsPerMinute();

        /** Calls that pass at once beyond that rate; counts with {@link #requestsPerMinute}. */
        @WithDefault("0")
        int burst();

        /** Milliseconds for which a learning object and its instance, once seen in ALM, are taken to be there. */
        @WithDefault("3600000")
        long courseCacheMs();

        /** Milliseconds after which one that was missing is looked for again. */
        @WithDefault("60000")
        long missingCourseCacheMs();

        /** Milliseconds for which a manager, once seen in ALM, is taken to be there. */
        @WithDefault("3600000")
        long managerCacheMs();

        /** Milliseconds after which one who was missing is looked for again. */
        @WithDefault("60000")
        long missingManagerCacheMs();
    }

    interface Oauth {
        /** Id of the application registered in ALM. */
        Optional<String> clientId();

        /** Its secret. */
        Optional<String> clientSecret();

        /** The refresh token that ALM gave for it; a later one of ALM's own is kept in the ledger. */
        Optional<String> refreshToken();
    }

    interface Retry {
        /** How attempts are timed while ALM's index lags. */
        @WithDefault("learned")
        Strategy strategy();

        /** Enrolments that ALM may refuse because its index lags, for each new user on average; for {@code learned}. */
        @WithDefault("0.5")
        double maxWastedCalls();

        /** Attempts in all, the first included; for {@code exponential} and {@code fixed}. */
        @WithDefault("4")
        int maxAttempts();

        /** Milliseconds before the first retry. */
        @WithDefault("2000")
        long initialDelayMs();

        /** Factor from one delay to the next. */
        @WithDefault("2")
        double multiplier();

        /** Milliseconds that no delay exceeds. */
        @WithDefault("60000")
        long maxDelayMs();

        /** Milliseconds between attempts of the strategy {@code fixed}. */
        @WithDefault("5000")
        long fixedDelayMs();

        /** Milliseconds after the create answer during which ALM's index may not know the user. */
        @WithDefault("120000")
        long lagWindowMs();

        /** Milliseconds for which an ALM that is down is tried before people are told. */
        @WithDefault("86400000")
        long giveUpAfterMs();

        /**
         * The delay that routes/policy.camel.yaml makes Camel compute, for those who do not wait in Camel.
         *
         * @param tries tries so far, from 1
         * @return milliseconds before the next
         */
        default long backOff(int tries) {
            return (long) Math.min(initialDelayMs() * Math.pow(multiplier(), tries - 1.0), maxDelayMs());
        }

        /** How retries are timed. */
        enum Strategy {
            LEARNED,
            EXPONENTIAL,
            FIXED
        }
    }

    interface EnrolmentRule {
        /** Learning object, as {@code course:1171899}. */
        String loId();

        /** Its instance, as {@code course:1171899_2067352}; without it the default instance. */
        Optional<String> loInstanceId();

        /** Condition on the row, in Camel Simple over {@code ${variable.row[column]}}; without it everybody. */
        Optional<String> when();
    }

    interface Escalation {
        /** Camel URIs, each receives every escalation. */
        @WithDefault("file:escalations")
        List<String> endpoints();
    }

    interface Alerts {
        /** Camel URIs, each receives every alert; without them nothing is watched. */
        Optional<List<String>> endpoints();

        /** Milliseconds between two looks. */
        @WithDefault("10000")
        long intervalMs();

        /** Milliseconds for which something must be so before it is told, and over before that is told. */
        @WithDefault("60000")
        long afterMs();

        /** Milliseconds after which it is told again while it lasts; also the least between two beginnings. */
        @WithDefault("3600000")
        long coolDownMs();

        /** Learners who need a person, from which number on that is told. */
        @WithDefault("1")
        long escalations();

        /** Share of those finished within the last hour, from 0 to 1, who must be enrolled; without it none must. */
        OptionalDouble successRate();

        /** Milliseconds for which a learner may be due; without it that is never told. */
        OptionalLong oldestDueMs();
    }

    interface Webhooks {
        /** Signs what goes out by http and https: {@code whsec_<Base64>}, several separated by blanks; without it nothing is signed. */
        Optional<String> secret();
    }

    interface Routes {
        /** Folder of further {@code *.camel.yaml} files, as kinds of sources. */
        @WithDefault("config/routes")
        String extraDirectory();
    }

    interface Intake {
        /** What waits for a row's {@code startDate}. */
        @WithDefault("user")
        StartDateHolds startDateHolds();

        /** Where a {@code startDate} begins, as {@code Europe/Paris}. */
        @WithDefault("UTC")
        String timeZone();

        /** Share of bad rows, from 0 to 1, above which a batch waits for an approval; without it none does. */
        OptionalDouble maxRejectedShare();

        /** Rows above which a batch waits for an approval; without it none does. */
        OptionalLong maxBatchSize();

        /** What waits for a person's first day. */
        enum StartDateHolds {
            /** Everything: the user is created on that day. */
            USER,
            /** Only the enrolments: the user is created at once. */
            ENROLMENTS
        }
    }

    interface Outcomes {
        /** Camel URI, told of every enrolment, escalation and rejected row; without it nothing is recorded or sent. */
        Optional<String> endpoint();
    }

    interface Api {
        /** Who may use it, by a name of the operator's choice; without keys nobody may. */
        Map<String, ApiKey> keys();

        /** The largest content of a request, in bytes. */
        @WithDefault("67108864")
        long maxRequestBytes();

        /** Folder for the content of a request while it is taken in. */
        @WithDefault("data/uploads")
        String uploadDirectory();
    }

    interface ApiKey {
        /** {@code sha256:} and the hash of the key in 64 hexadecimal digits. */
        String hash();

        /** What its owner may do: {@code submit}, {@code view}, {@code operate}. */
        List<String> roles();
    }

    interface Rejects {
        /** Folder for one report a batch. */
        @WithDefault("rejected")
        String directory();
    }

    interface Ledger {
        /** JDBC URL. */
        @WithDefault("jdbc:sqlite:data/ledger.db")
        String url();

        /** Of PostgreSQL. */
        Optional<String> username();

        Optional<String> password();

        /** Milliseconds; of several bridges, one that is not heard of for so long loses its work to the others. */
        @WithDefault("30000")
        long leaseMs();
    }

    interface Retention {
        /** Days after which the attempts for people who are enrolled are removed; without it never. */
        OptionalInt attemptsDays();

        /** Days after which people who are enrolled are removed; without it never. */
        OptionalInt finishedLearnersDays();

        /** Milliseconds between two looks for what is old enough. */
        @WithDefault("3600000")
        long intervalMs();
    }

    interface Transfer {
        /** File that the ledger is written to, or read from. */
        Optional<String> file();
    }

    interface Dispatch {
        /** Learners under way at a time. */
        @WithDefault("5000")
        int maxInFlight();

        /** Milliseconds; a longer wait is spent in the ledger and frees its slot. */
        @WithDefault("10000")
        long parkAfterMs();

        /** Milliseconds between two looks for work. */
        @WithDefault("100")
        long pollIntervalMs();
    }

    interface Shutdown {
        /** Milliseconds that calls in flight get to finish. */
        @WithDefault("15000")
        long timeoutMs();
    }

    interface Simulator {
        /** Whether to start it. */
        @WithDefault("false")
        boolean enabled();

        /** Loopback port it listens on. */
        @WithDefault("8089")
        int port();

        /** Folder that is given a sample file at the start, for the demo. */
        Optional<String> sampleDirectory();
    }

    interface Doctor {
        /** Whether the process examines the account and ends, instead of provisioning anybody. */
        @WithDefault("false")
        boolean enabled();

        /** Address of a throw-away user to create and enrol, {@code %s} becomes the time; without it nothing is written. */
        Optional<String> email();
    }

    interface Plan {
        /** People whom a plan over HTTP may have ALM asked about, since its caller waits for the answer. */
        @WithDefault("1000")
        long maxPeople();

        /** Set by the profile plan: the process plans one file and ends. */
        @WithDefault("false")
        boolean enabled();

        /** The file to plan. */
        Optional<String> file();

        /** The source by whose format, mapping and other settings the file is read; without it the only one there is. */
        Optional<String> source();

        /** File that the plan is written to as JSON. */
        Optional<String> report();
    }
}
