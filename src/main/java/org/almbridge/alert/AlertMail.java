package org.almbridge.alert;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Makes a mail of an alert. */
@Singleton
@Named("toAlertMail")
class AlertMail implements Processor {

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        AlertDocument alert = message.getMandatoryBody(AlertDocument.class);
        message.setHeader("Subject", alert.subjectLine());
        message.setHeader(Exchange.CONTENT_TYPE, "text/plain; charset=UTF-8");
        message.setBody(alert.mail());
    }
}
