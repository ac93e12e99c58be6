package org.almbridge.source.rest;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.almbridge.source.SourceOutages;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jboss.logging.Logger;

/** Takes the page from the answer: its records become the body, and nothing else of the answer goes on. */
@Singleton
@Named("readPage")
class ReadPage implements Processor {

    private static final Logger LOG = Logger.getLogger(ReadPage.class);

    private final SourceOutages outages;
    private final Clock clock;

    ReadPage(SourceOutages outages, Clock clock) {
        this.outages = outages;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws IOException, PageUnusableException {
        Poll poll = PageVariables.poll(exchange);
        Page page = page(exchange.getMessage(), poll.settings());
        over(poll);
        poll.fetched(page);
        exchange.getMessage().setBody(page.records());
        exchange.setVariable(PageVariables.PAGE_NAME, poll.name());
    }

    private Page page(Message answer, RestSettings settings) throws IOException, PageUnusableException {
        int status = answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        String retryAfter = answer.getHeader("Retry-After", String.class);
        List<String> links = texts(answer.getHeader("Link"));
        PageRequest.clear(answer);
        boolean hasPage;
        try {
            hasPage = PageAnswer.hasPage(status, retryAfter, settings.access(), clock.instant());
        } catch (PageUnavailableException | PageUnusableException e) {
            BoundedBody.drop(answer);
            throw e;
        }
        settings.access().accepted();
        if (!hasPage) {
            return Page.empty();
        }
        byte[] body = BoundedBody.read(answer, settings.maxPageBytes())
                .orElseThrow(() -> new PageUnusableException("has more than " + settings.maxPageBytes()
                        + " bytes: ask the API for fewer records a page, or raise maxPageBytes"));
        return PageReader.read(body, settings.pointers()).withLinks(links);
    }

    private static List<String> texts(Object header) {
        if (header instanceof List<?> several) {
            return several.stream().map(Object::toString).toList();
        }
        return header == null ? List.of() : List.of(header.toString());
    }

    private void over(Poll poll) {
        if (poll.isAiling()) {
            poll.ailing(false);
            String source = poll.settings().source();
            outages.over(source)
                    .ifPresent(outage -> LOG.infof(
                            "source %s: %s answers again after %d s",
                            source, PageAddress.site(poll.settings().url()), outage.toSeconds()));
        }
    }
}
