package org.almbridge;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.regex.Pattern;

/** Keeps values in Camel Simple as they are written: their {@code ${...}} is Camel's and names no other key. */
@Priority(Priorities.APPLICATION) // before the interceptor that replaces expressions
public final class SimpleAsWritten implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;
    private static final Pattern IN_SIMPLE = Pattern.compile("bridge\\.(enrolments\\..+\\.when|sources\\..+\\.input)");

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        return IN_SIMPLE.matcher(name).matches()
                ? Expressions.withoutExpansion(() -> context.proceed(name))
                : context.proceed(name);
    }
}
