package org.almbridge;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;

/** Has tokens of an OpenID Connect provider taken when the provider is named and somebody can send them. */
@Priority(Priorities.APPLICATION)
public final class OidcChoice implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;
    private static final String ENABLED = "quarkus.oidc.tenant-enabled";

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        if (!name.equals(ENABLED)) {
            return context.proceed(name);
        }
        boolean named = !value(context, "quarkus.oidc.auth-server-url").isBlank();
        boolean listens =
                isOn(context, "quarkus.http.host-enabled") || isOn(context, "quarkus.management.host-enabled");
        return ConfigValue.builder()
                .withName(name)
                .withValue(String.valueOf(named && listens))
                .build();
    }

    private static boolean isOn(ConfigSourceInterceptorContext context, String key) {
        return !"false".equalsIgnoreCase(value(context, key));
    }

    private static String value(ConfigSourceInterceptorContext context, String key) {
        ConfigValue value = context.proceed(key);
        return value == null || value.getValue() == null ? "" : value.getValue();
    }
}
