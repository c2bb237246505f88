package dev.hopscope.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {
    /** Of RFC 3986 §5.4, and some from life. */
    @ParameterizedTest
    @CsvSource({
        "g, http://a/b/c/g",
        "./g, http://a/b/c/g",
        "g/, http://a/b/c/g/",
        "/g, http://a/g",
        "//g, http://g",
        "?y, http://a/b/c/d;p?y",
        "g?y/./x, http://a/b/c/g?y/./x",
        "g#s, http://a/b/c/g",
        "'', http://a/b/c/d;p?q",
        "., http://a/b/c/",
        ".., http://a/b/",
        "../g, http://a/b/g",
        "../../../g, http://a/g",
        "/./g, http://a/g",
        "/../g, http://a/g",
        "./g/., http://a/b/c/g/",
        "https://other/x?y, https://other/x?y",
        "' /a b ', http://a/a b"
    })
    void aReferenceIsResolvedWhereItStands(String reference, String resolved) {
        assertThat(Reference.resolve("http://a/b/c/d;p?q", reference)).isEqualTo(resolved);
    }
}
