package org.almbridge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {

    private static final URI PAGE = URI.create("https://hr.example.com/api/people?page=1");

    @ParameterizedTest
    @CsvSource({
        "?page=2, https://hr.example.com/api/people?page=2",
        "/other?a=b, https://hr.example.com/other?a=b",
        "more, https://hr.example.com/api/more",
        "https://HR.example.com:443/api?page[n]=2, https://HR.example.com:443/api?page[n]=2",
        "?q=a b|{{x}}, https://hr.example.com/api/people?q=a%20b%7C%7B%7Bx%7D%7D",
    })
    void followsALinkOnItsOwnOrigin(String link, String target) throws Exception {
        assertThat(PageAddress.follow(PAGE, link)).isEqualTo(URI.create(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hr.example.com/api",
                "https://example.com/api",
                "https://hr.example.com:8443/api",
                "//evil.example.com/api",
                "https://hr.example.com@evil.example.com/",
                "https://user@hr.example.com/",
                "file:///etc/passwd",
                "javascript:1",
            })
    void refusesALinkThatLeavesIt(String link) {
        assertThatExceptionOfType(PageUnusableException.class)
                .isThrownBy(() -> PageAddress.follow(PAGE, link))
                .withMessageContaining("the credentials of the source would go there");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/p, https://a.example/p?x=1%2B%201",
        "https://a.example/p?y=2, https://a.example/p?y=2&x=1%2B%201",
        "https://a.example/p?x=7&y=2&x, https://a.example/p?y=2&x=1%2B%201",
        "https://a.example, https://a.example/?x=1%2B%201",
    })
    void setsOneParameter(String address, String with) {
        assertThat(PageAddress.with(URI.create(address), "x", "1+ 1")).isEqualTo(URI.create(with));
    }
}
