package org.almbridge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkHeaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<https://a/?p=2>; rel=\"next\"                        | https://a/?p=2",
                "<https://a/?p=2>;rel=next                             | https://a/?p=2",
                "<a>; rel=\"prev\", <b>; rel=\"next\"                  | b",
                "<a,b;c>; title=\"x, <z>; rel=next\"; REL=\"last Next\" | a,b;c",
                "<a>; rel=\"nextish\", <b>; title=next                 | ",
                "<a>; rel=prev; rel=next                               | ",
                "<a>                                                   | ",
                "no link at all; rel=next                              | ",
            })
    void findsTheNextPage(String header, String target) {
        assertThat(LinkHeader.next(List.of(header)).orElse(null)).isEqualTo(target);
    }

    @Test
    void looksIntoEveryLineOfTheHeader() {
        assertThat(LinkHeader.next(List.of("<a>; rel=first", "<b>; rel=next"))).contains("b");
    }
}
