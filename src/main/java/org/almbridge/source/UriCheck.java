package org.almbridge.source;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.NoSuchEndpointException;
import org.apache.camel.support.ProcessorEndpoint;

/** Looks whether an address is one that Camel can consume from, before anything is asked there. */
@Singleton
class UriCheck implements KindCheck {

    private static final Pattern UNKNOWN = Pattern.compile("Unknown parameters=\\[\\{(.*)}]", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("=[^,]*");

    private final CamelContext context;

    UriCheck(CamelContext context) {
        this.context = context;
    }

    @Override
    public String kind() {
        return "uri";
    }

    @Override
    public List<String> problems(Map<String, String> given) {
        String uri = given.get("uri");
        String scheme = uri.replaceFirst("(?s):.*", "");
        try {
            return canConsume(context.getEndpoint(uri))
                    ? List.of()
                    : List.of("uri begins with " + scheme
                            + ", to which Camel can only send: give the address of a consumer");
        } catch (NoSuchEndpointException e) {
            return List.of(
                    "uri begins with '" + scheme + "', which is no component of this bridge: give an address such as"
                            + " aws2-s3://bucket, imaps://host or file:folder; docs/adding-a-source.md lists the components");
        } catch (Exception e) {
            return List.of(
                    "uri is no address that the component " + scheme + " understands: " + withoutValues(Reason.of(e)));
        }
    }

    private static boolean canConsume(Endpoint endpoint) throws Exception {
        if (endpoint instanceof ProcessorEndpoint) {
            return false; // as log, whose consumer brings nothing, and that without a pause
        }
        try {
            endpoint.createConsumer(exchange -> {});
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    /** What is misspelt may be the name of a secret. */
    private static String withoutValues(String reason) {
        Matcher unknown = UNKNOWN.matcher(reason);
        return unknown.find()
                ? "it has no parameters " + VALUE.matcher(unknown.group(1)).replaceAll("")
                : reason;
    }
}
