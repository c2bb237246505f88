package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GraphqlViewTest {

    @Test
    void eachSelectionStandsOnItsLine() {
        assertThat(document("query Q($a:[Int!]!=[1,2.5]){user(id:\"x\"){name,...F @include(if:$b)"
                        + " alias:age}}fragment F on User{id}"))
                .isEqualTo(
                        "query Q($a: [Int!]! = [1, 2.5]) {\n  user(id: \"x\") {\n    name\n    ...F @include(if: $b)\n"
                                + "    alias: age\n  }\n}\n\nfragment F on User {\n  id\n}");
    }

    @Test
    void variablesFollowPretty() {
        assertThat(Samples.asText("graphql", request("{\"query\":\"{a}\",\"variables\":{\"x\":1}}"))
                        .text())
                .isEqualTo("{\n  a\n}\n\n# variables\n{\n  \"x\": 1\n}");
    }

    @Test
    void aBatchIsShownOperationByOperation() {
        BodyRendering.Text text = Samples.asText(
                "graphql", request("[{\"query\":\"{a}\"},{\"operationName\":\"B\",\"query\":\"query B{b}\"}]"));

        assertThat(text.text()).contains("# 1\n{\n  a\n}", "# 2 B\nquery B {");
        assertThat(text.notes()).contains(Note.of("graphql-batch", 2));
    }

    @Test
    void jsonThatOnlyHasAQueryMemberIsNoGraphql() {
        assertThat(BodyViews.suiting(request("{\"query\":\"green tea\"}"))
                        .getFirst()
                        .id())
                .isEqualTo("json");
        assertThat(BodyViews.suiting(request("{\"query\":{\"match\":{}}}"))
                        .getFirst()
                        .id())
                .isEqualTo("json");
    }

    private static BodySample request(String json) {
        return Samples.text("application/json", json);
    }

    private static String document(String text) {
        return Samples.asText("graphql", Samples.text("application/graphql", text))
                .text();
    }
}
