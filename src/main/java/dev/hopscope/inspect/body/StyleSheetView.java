package dev.hopscope.inspect.body;

import java.util.List;
import java.util.regex.Pattern;

/** CSS with one declaration a line. Any thread, one pass. Resolves no import and no address; judges no property. */
final class StyleSheetView implements BodyView {
    private static final Pattern RULE =
            Pattern.compile("(?:@charset |@import |@media |@font-face|:root|[.#]?[\\w-]{1,60}(?:[ ,>.:#][\\w.#:>"
                    + " ,-]{0,200})?)\\s{0,20}[^{}]{0,300}\\{\\s{0,200}[-\\w]{1,60}\\s{0,20}:[\\s\\S]*");

    @Override
    public String id() {
        return "css";
    }

    @Override
    public int priority(BodySample sample) {
        if (sample.bytes().length == 0) {
            return 0;
        }
        if (sample.type().is("text", "css")) {
            return 90;
        }
        return sample.type().equals(MediaType.NONE)
                        && RULE.matcher(sample.start()).matches()
                ? 40
                : 0;
    }

    @Override
    public BodyRendering render(BodySample sample) {
        return new Printer(sample.text().text()).print();
    }

    /** One pass over one text. */
    private static final class Printer {
        private static final int MAX_DEPTH = 40;

        private final String in;
        private final TextBuilder out = new TextBuilder();
        private final int[] opened = new int[MAX_DEPTH];
        private int at;
        private int depth;
        private boolean first = true;

        Printer(String in) {
            this.in = in;
        }

        BodyRendering print() {
            while (at < in.length() && !out.full()) {
                char c = in.charAt(at);
                if (c <= ' ' || c == ';') {
                    at++;
                } else if (in.startsWith("/*", at)) {
                    int end = comment(at);
                    line();
                    out.add(in, at, end, Style.COMMENT);
                    at = end;
                } else if (c == '}') {
                    close();
                } else {
                    piece();
                }
            }
            return out.build(List.of());
        }

        private void line() {
            if (!first) {
                out.newLine();
            }
            first = false;
            out.add("  ".repeat(Math.min(depth, MAX_DEPTH)), Style.PLAIN);
        }

        private int comment(int from) {
            int end = in.indexOf("*/", from + 2);
            return end < 0 ? in.length() : end + 2;
        }

        private void close() {
            at++;
            depth = Math.max(0, depth - 1);
            line();
            out.add("}", Style.PUNCTUATION);
            if (depth < MAX_DEPTH) {
                out.fold(opened[depth], out.line() - 1);
            }
        }

        /** A selector with its brace, or a declaration with its semicolon. */
        private void piece() {
            int end = end();
            int to = end;
            while (to > at && in.charAt(to - 1) <= ' ') {
                to--;
            }
            boolean block = end < in.length() && in.charAt(end) == '{';
            if (depth == 0 && !first) {
                out.newLine();
            }
            line();
            if (block || in.charAt(at) == '@') {
                collapsed(at, to, in.charAt(at) == '@' ? Style.KEYWORD : Style.KEY);
            } else {
                declaration(to);
            }
            out.add(block ? " {" : end < in.length() && in.charAt(end) == ';' ? ";" : "", Style.PUNCTUATION);
            if (block) {
                if (depth < MAX_DEPTH) {
                    opened[depth] = out.line();
                }
                depth++;
            }
            at = end < in.length() && in.charAt(end) != '}' ? end + 1 : end;
        }

        /** The brace or semicolon that ends what begins here, outside strings, comments and parentheses. */
        private int end() {
            int round = 0;
            int i = at;
            while (i < in.length()) {
                char c = in.charAt(i);
                if (c == '"' || c == '\'') {
                    i = string(i);
                } else if (c == '/' && in.startsWith("/*", i)) {
                    i = comment(i);
                } else if (c == '\\') {
                    i += 2;
                } else if (c == '(' || c == ')') {
                    round = Math.max(0, round + (c == '(' ? 1 : -1));
                    i++;
                } else if ((c == '{' || c == '}' || c == ';') && round == 0) {
                    return i;
                } else {
                    i++;
                }
            }
            return in.length();
        }

        private int string(int from) {
            char quote = in.charAt(from);
            int i = from + 1;
            while (i < in.length() && in.charAt(i) != quote && in.charAt(i) != '\n') {
                i += in.charAt(i) == '\\' ? 2 : 1;
            }
            return Math.min(in.length(), i + 1);
        }

        private void declaration(int to) {
            int colon = in.indexOf(':', at, to);
            if (colon < 0) {
                collapsed(at, to, Style.PLAIN);
                return;
            }
            collapsed(at, colon, Style.KEYWORD);
            out.add(": ", Style.PUNCTUATION);
            int from = colon + 1;
            while (from < to && in.charAt(from) <= ' ') {
                from++;
            }
            collapsed(from, to, Style.STRING);
        }

        /** Runs of white space outside strings become one blank. */
        private void collapsed(int from, int to, Style style) {
            int start = from;
            int i = from;
            while (i < to) {
                char c = in.charAt(i);
                if (c == '"' || c == '\'') {
                    i = Math.min(to, string(i));
                } else if (c <= ' ') {
                    out.add(in, start, i, style);
                    out.add(" ", style);
                    while (i < to && in.charAt(i) <= ' ') {
                        i++;
                    }
                    start = i;
                } else {
                    i++;
                }
            }
            out.add(in, start, to, style);
        }
    }
}
