package org.almbridge;

import jakarta.inject.Singleton;
import org.apache.camel.Ordered;
import org.apache.camel.spi.PropertiesSource;
import org.eclipse.microprofile.config.Config;

/**
 * Answers the placeholders of the routes from the configuration, one key at a time. Camel's own source of the same values
 * can list them, and whenever a source can, Camel lists them all for each placeholder, to say where the value stands: a third
 * of the start.
 */
@Singleton
public class ConfiguredValues implements PropertiesSource, Ordered {

    private final Config config;

    ConfiguredValues(Config config) {
        this.config = config;
    }

    @Override
    public String getName() {
        return "configuration";
    }

    @Override
    public String getProperty(String name) {
        return config.getOptionalValue(name, String.class).orElse(null);
    }

    /** Before Camel's own source. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST;
    }
}
