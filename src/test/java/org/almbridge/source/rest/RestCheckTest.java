package org.almbridge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestCheckTest {

    private final Map<String, String> given =
            new HashMap<>(Map.of("url", "https://hr.example.com/people?status=active", "pagination", "next-link"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "authentication=none",
                "authentication=bearer;token=t",
                "authentication=basic;username=u;password=p",
                "authentication=api-key;apiKey=k;apiKeyHeader=X-Key",
                "authentication=oauth2;tokenUrl=https://a.example/t;clientId=i;clientSecret=s;scope=a b",
                "pagination=cursor;cursorPointer=/meta/next",
                "watermarkPointer=/updatedAt;watermarkParameter=since;recordsOrder=ascending;watermarkStart=0",
                "url=http://localhost:8080/people;recordsPointer=/a/b;firstPage=0",
            })
    void isContentWith(String parameters) {
        give(parameters);

        assertThat(new RestCheck().problems(given)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url=http://hr.example.com/p | url leads to http://hr.example.com: people's data",
                "url=hr.example.com | url is no address of the web",
                "url=ftp://hr.example.com/p | url is no address of the web",
                "url=https://a b | url is no address: write it",
                "url=https://u:p@hr.example.com/ | url has a login or a #",
                "url=https://hr.example.com/?q=(a)&b=c | url holds )&",
                "authentication=bearer | token is missing: authentication = bearer needs it",
                "authentication=basic;username=u | password is missing",
                "authentication=basic;username=u:v;password=p | username has a colon",
                "authentication=api-key | apiKey is missing",
                "authentication=api-key;apiKey=k;apiKeyHeader=X Key | apiKeyHeader is 'X Key'",
                "authentication=oauth2;tokenUrl=https://a.example/t;clientId=i | clientSecret is missing",
                "authentication=oauth2;tokenUrl=http://a.example/t;clientId=i;clientSecret=s | tokenUrl leads to",
                "authentication=oauth3 | authentication is 'oauth3': give one of none, bearer, basic, api-key, oauth2",
                "token=t | token is given, but authentication is none: set authentication = bearer",
                "pagination=pages | pagination is 'pages': give one of next-link, cursor, page-number, link-header, none",
                "pagination=cursor | cursorPointer is missing",
                "nextPointer=links/next | nextPointer is 'links/next', which is no JSON pointer",
                "recordsPointer=data | recordsPointer is 'data', which is no JSON pointer",
                "watermarkPointer=/u | watermarkParameter is missing",
                "watermarkParameter=since | watermarkPointer is missing",
                "watermarkStart=0 | watermarkStart is given without watermarkPointer",
                "recordsOrder=ascending | recordsOrder is given without watermarkPointer",
                "recordsOrder=up | recordsOrder is 'up': give one of any, ascending",
                "maxPages=0 | maxPages is '0': give a whole number from 1",
                "maxPageBytes=16MB | maxPageBytes is '16MB': give a whole number from 1",
                "pollIntervalMs=-1 | pollIntervalMs is '-1'",
            })
    void saysWhatIsWrong(String parameters, String problem) {
        give(parameters);

        assertThat(new RestCheck().problems(given)).singleElement().asString().startsWith(problem);
    }

    @Test
    void repeatsNoSecret() {
        give("authentication=bearer;token=secret\u0007bell");

        assertThat(new RestCheck().problems(given))
                .singleElement()
                .asString()
                .startsWith("token has characters that no header takes")
                .doesNotContain("secret");
    }

    private void give(String parameters) {
        for (String parameter : parameters.split(";")) {
            given.put(parameter.substring(0, parameter.indexOf('=')), parameter.substring(parameter.indexOf('=') + 1));
        }
    }
}
