package org.almbridge.source.rest;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.almbridge.source.SourceOutages;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jboss.logging.Logger;

/** Tells of a page that is not to be had, and sets the delay that the API asks for; the policy tries again. */
@Singleton
@Named("pageTrouble")
class PageTrouble implements Processor {

    private static final Logger LOG = Logger.getLogger(PageTrouble.class);

    private final SourceOutages outages;

    PageTrouble(SourceOutages outages) {
        this.outages = outages;
    }

    @Override
    public void process(Exchange exchange) {
        IOException failure =
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, exchange.getException(), IOException.class);
        Poll poll = PageVariables.poll(exchange);
        if (failure instanceof PageUnavailableException answer && answer.delayMs() != null) {
            exchange.getIn().setHeader(Exchange.REDELIVERY_DELAY, answer.delayMs());
        }
        boolean silent = failure instanceof PageUnavailableException answer && answer.isSilent()
                || exchange.getContext().isStopping();
        if (!silent) {
            poll.ailing(true);
            tell(poll, PageReason.of(failure));
        }
    }

    private void tell(Poll poll, String reason) {
        RestSettings settings = poll.settings();
        if (outages.failed(settings.source(), reason)) {
            LOG.warnf(
                    "source %s: %s of %s %s. The bridge keeps trying",
                    settings.source(), poll.name(), PageAddress.site(settings.url()), reason);
        }
    }
}
