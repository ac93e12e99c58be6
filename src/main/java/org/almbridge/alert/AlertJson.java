package org.almbridge.alert;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Says of an alert how its JSON is to be called, where it is a file and where it is a request. */
@Singleton
@Named("toAlertJson")
class AlertJson implements Processor {

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        AlertDocument alert = message.getMandatoryBody(AlertDocument.class);
        message.setHeader(Exchange.FILE_NAME, alert.id() + ".json");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    }
}
