package dev.hopscope.caching;

import static dev.hopscope.caching.Cases.URI;
import static dev.hopscope.caching.Cases.request;
import static dev.hopscope.caching.Cases.response;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidationTest {
    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "M-SEARCH"})
    void anUnsafeMethodThatSucceededInvalidatesItsTarget(String method) {
        assertThat(Invalidation.targets(request(method), URI, response(204))).containsExactly(URI);
        assertThat(Invalidation.targets(request(method), URI, response(500))).isEmpty();
    }

    @Test
    void whatItsLocationsNameOnTheSameOriginIsInvalidatedToo() {
        var response = response(201, "Location", "/new", "Content-Location", "http://evil.example/x");

        assertThat(Invalidation.targets(request("POST"), URI, response))
                .containsExactly(URI, "http://shop.example/new");
    }

    @Test
    void aSafeMethodInvalidatesNothing() {
        assertThat(Invalidation.targets(request("GET"), URI, response(200))).isEmpty();
        assertThat(Invalidation.targets(request("HEAD"), URI, response(200, "Location", "/x")))
                .isEmpty();
    }

    @Test
    void anEmptyReferenceMeansTheTargetAndABadOneNothing() {
        assertThat(Invalidation.resolve(URI, "")).isEqualTo(URI);
        assertThat(Invalidation.resolve(URI, "http://[")).isNull();
        assertThat(Invalidation.resolve(URI, "#part")).isEqualTo(URI);
    }
}
