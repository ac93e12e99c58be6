package org.almbridge.source.rest;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Makes the request for an access token. */
@Singleton
@Named("askForPageToken")
class AskForToken implements Processor {

    @Override
    public void process(Exchange exchange) {
        RestSettings settings = PageVariables.poll(exchange).settings();
        ClientCredentials credentials = (ClientCredentials) settings.access();
        Message request = PageRequest.to(exchange, "POST", credentials.tokenUrl(), settings.timeoutMs());
        credentials.basicHeader().ifPresent(header -> request.setHeader("Authorization", header));
        request.setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
        request.setBody(credentials.form());
    }
}
