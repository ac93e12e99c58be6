package org.almbridge;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Switches the data source on that can open the ledger's URL, and the other one off. Whatever is no address of PostgreSQL
 * is left to SQLite, which says what is wrong with it.
 */
@Priority(Priorities.APPLICATION)
public final class LedgerChoice implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;
    private static final Pattern ACTIVE = Pattern.compile("quarkus\\.datasource\\.(sqlite|postgresql)\\.active");

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        Matcher active = ACTIVE.matcher(name);
        if (!active.matches()) {
            return context.proceed(name);
        }
        ConfigValue url = context.proceed("quarkus.datasource." + active.group(1) + ".jdbc.url");
        boolean shared = url != null && url.getValue() != null && isShared(url.getValue());
        return ConfigValue.builder()
                .withName(name)
                .withValue(String.valueOf(shared == active.group(1).equals("postgresql")))
                .build();
    }

    /** Whether several bridges may work on the ledger of that JDBC URL. */
    public static boolean isShared(String url) {
        return url.startsWith("jdbc:postgresql:");
    }
}
