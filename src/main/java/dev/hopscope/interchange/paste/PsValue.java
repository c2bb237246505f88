package dev.hopscope.interchange.paste;

import java.util.List;
import java.util.Map;

/** What an expression of PowerShell stands for, as far as the text says; immutable. */
sealed interface PsValue {
    /** @param octets one char an octet */
    record Text(String octets) implements PsValue {}

    record Items(List<PsValue> list) implements PsValue {}

    /** In its order. */
    record Table(Map<String, PsValue> entries) implements PsValue {}

    /** A call of a method on a variable: {@code $session.Cookies.Add(..)}. */
    record Call(String path, List<PsValue> arguments) implements PsValue {}

    /** Only running it would tell; as written. */
    record Unknown(String written) implements PsValue {}

    /** As one text; what is not known stands as it is written. */
    default String text() {
        return switch (this) {
            case Text text -> text.octets();
            case Unknown unknown -> Octets.of(unknown.written());
            case Items items ->
                String.join("\n", items.list().stream().map(PsValue::text).toList());
            case Table table -> "@{}";
            case Call call -> Octets.of("$" + call.path() + "()");
        };
    }
}
