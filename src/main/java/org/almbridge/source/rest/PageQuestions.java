package org.almbridge.source.rest;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.Predicate;

/** The questions that the routes of a poll ask, by the names under which the YAML asks them. */
@Singleton
class PageQuestions {

    /** False while Camel stops: the next start begins at the watermark again. */
    @Produces
    @Singleton
    @Named("morePages")
    Predicate morePages() {
        return exchange ->
                PageVariables.poll(exchange).hasMore() && !exchange.getContext().isStopping();
    }

    @Produces
    @Singleton
    @Named("pageHasRecords")
    Predicate pageHasRecords() {
        return exchange -> !PageVariables.poll(exchange).page().isEmpty();
    }

    @Produces
    @Singleton
    @Named("pageNeedsToken")
    Predicate pageNeedsToken() {
        return exchange -> PageVariables.poll(exchange).settings().access().needsToken();
    }
}
