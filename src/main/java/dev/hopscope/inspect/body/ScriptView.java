package dev.hopscope.inspect.body;

/** JavaScript with a line for each statement, colours and folds. Any thread. Evaluates nothing and changes no token: only white space between them. */
final class ScriptView implements BodyView {
    @Override
    public String id() {
        return "script";
    }

    @Override
    public int priority(BodySample sample) {
        if (sample.bytes().length == 0) {
            return 0;
        }
        String subtype = sample.type().subtype();
        boolean declared = subtype.endsWith("javascript") || subtype.endsWith("ecmascript") || subtype.equals("jsx");
        if (declared) {
            return JsonView.looksLikeJson(sample) ? 48 : 90;
        }
        String start = sample.start();
        boolean looks = start.startsWith("\"use strict\"")
                || start.startsWith("'use strict'")
                || start.startsWith("(function(")
                || start.startsWith("(()=>")
                || start.startsWith("!function(")
                || start.startsWith("/*! ") && start.contains("function");
        return looks ? 42 : 0;
    }

    @Override
    public BodyRendering render(BodySample sample) {
        TextBuilder out = new TextBuilder();
        return out.build(new ScriptPrinter(sample.text().text(), out).print());
    }
}
