package org.almbridge.api;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.almbridge.intake.BatchVariables;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Takes the content of {@code POST /api/users} or of {@code POST /api/batches}, and names it as they would. */
@Singleton
@Named("takePlanContent")
class PlanContent implements Processor {

    static final String USERS = "application/json";

    private static final String JSON = "json";
    private static final Map<String, String> FORMATS = formats();

    private static Map<String, String> formats() {
        Map<String, String> formats = new HashMap<>(BatchFormat.FORMATS);
        formats.put(USERS, JSON);
        return Map.copyOf(formats);
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, IOException {
        String format = FORMATS.get(MediaTypes.require(exchange, FORMATS.keySet()));
        Path content = exchange.getMessage().getBody(File.class).toPath();
        if (format.equals(JSON)) {
            UsersContent.asArray(content);
        }
        exchange.setVariable(BatchVariables.FORMAT, format);
        exchange.setVariable(BatchVariables.SOURCE, BatchNamer.SOURCE);
        exchange.setVariable(BatchVariables.INPUT, PushName.of(exchange, content));
    }
}
