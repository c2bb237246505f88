package dev.hopscope.inspect.meaning;

import java.util.List;
import java.util.Set;

/** Allow (RFC 9110 §10.2.1): what each method does. Any thread. */
final class MethodListDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of("allow", "x-http-method-override");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        List<String> methods = Syntax.split(value, ',');
        for (String method : methods) {
            MethodMeaning known = MethodMeaning.of(method);
            out.add(method, known == null ? "a method Hopscope has no words for" : known.words());
        }
        if (name.equals("allow")
                && setting.request() != null
                && setting.response() != null
                && setting.response().status() == 405
                && methods.contains(setting.request().method())) {
            out.advice("", "The refused method " + setting.request().method() + " stands in the list all the same.");
        }
    }
}
