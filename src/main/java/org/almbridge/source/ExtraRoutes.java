package org.almbridge.source;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.almbridge.BridgeConfig;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.quarkus.main.events.AfterConfigure;
import org.apache.camel.support.PluginHelper;
import org.jboss.logging.Logger;

/**
 * Loads the operator's own routes. Camel's include pattern would do it too, but stops at a folder that is not there, and
 * names no file when one is wrong.
 */
@Singleton
class ExtraRoutes {

    /** Before the sources, which may be of a kind that is defined there. */
    private static final int BEFORE_SOURCES = 1;

    private static final Logger LOG = Logger.getLogger(ExtraRoutes.class);
    private static final String KEY = "bridge.routes.extra-directory";
    private static final String DEFAULT = "config/routes";

    private final Path directory;
    private final CamelContext context;

    ExtraRoutes(BridgeConfig config, CamelContext context) {
        this.directory = Path.of(config.routes().extraDirectory());
        this.context = context;
    }

    void load(@Observes @Priority(BEFORE_SOURCES) AfterConfigure event) {
        if (Files.isDirectory(directory)) {
            files().forEach(this::load);
        } else if (!directory.equals(Path.of(DEFAULT))) {
            throw new ConfigurationException(
                    KEY + " is '" + directory + "', which is no folder: make it or remove the key");
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ConfigurationException(KEY + " is '" + directory + "', which cannot be read: " + e.getMessage());
        }
    }

    private void load(Path file) {
        List<String> before = templates();
        try {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(PluginHelper.getResourceLoader(context).resolveResource("file:" + file));
        } catch (Exception e) {
            throw new ConfigurationException(file + " cannot be loaded as routes of Camel: " + Reason.of(e)
                    + ". Correct the file or take it out of " + directory + " (" + KEY + ")");
        }
        List<String> added = templates().subList(before.size(), templates().size());
        added.stream().filter(before::contains).findFirst().ifPresent(template -> {
            throw new ConfigurationException(file + " defines " + template
                    + ", which is there already: give the template, and so the kind, another name");
        });
        LOG.infof("Loaded %s", file);
    }

    /** Ids in the order in which they were defined. */
    private List<String> templates() {
        return ((ModelCamelContext) context)
                .getRouteTemplateDefinitions().stream()
                        .map(RouteTemplateDefinition::getId)
                        .toList();
    }
}
