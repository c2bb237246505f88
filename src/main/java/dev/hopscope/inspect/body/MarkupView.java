package dev.hopscope.inspect.body;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * XML, HTML and SVG with one element a line, indentation and colours. Any thread. A scanner without recursion that resolves nothing: no DTD, no entity, no
 * inclusion, no address. Judges nothing about validity.
 */
final class MarkupView implements BodyView {
    private static final Set<String> HTML_VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");
    /** Their content is no markup, or its white space counts. */
    private static final Set<String> HTML_RAW = Set.of("script", "style", "pre", "textarea", "title");

    @Override
    public String id() {
        return "markup";
    }

    @Override
    public int priority(BodySample sample) {
        MediaType type = sample.type();
        if (sample.bytes().length == 0) {
            return 0;
        }
        if (type.format("xml") || type.format("html") || type.subtype().equals("xml-dtd")) {
            return 90;
        }
        String start = sample.start();
        start = start.substring(0, Math.min(256, start.length())).toLowerCase(Locale.ROOT);
        return start.startsWith("<?xml")
                        || start.startsWith("<!doctype")
                        || start.startsWith("<html")
                        || start.startsWith("<svg")
                ? 50
                : 0;
    }

    @Override
    public BodyRendering render(BodySample sample) {
        String text = sample.text().text();
        int look = Math.min(text.length(), 1024);
        boolean html = sample.type().subtype().equals("html")
                || (!sample.type().format("xml")
                        && text.substring(0, look).toLowerCase(Locale.ROOT).contains("<html"));
        return new Printer(text, html).print();
    }

    /** One pass over one text. */
    private static final class Printer {
        private static final int MAX_INDENT = 40;

        private final String in;
        private final boolean html;
        private final TextBuilder out = new TextBuilder();
        private int at;
        private int depth;
        /** Whether the last thing printed was an opening tag, or one and its text, so that the closing tag may stand beside it. */
        private boolean beside;

        private boolean empty = true;
        /** The line of each element that is open. */
        private int[] opened = new int[32];

        Printer(String in, boolean html) {
            this.in = in;
            this.html = html;
        }

        BodyRendering print() {
            while (at < in.length() && !out.full()) {
                if (in.charAt(at) != '<') {
                    text();
                } else if (in.startsWith("<!--", at)) {
                    block("-->", 4, Style.COMMENT);
                } else if (in.startsWith("<![CDATA[", at)) {
                    block("]]>", 9, Style.STRING);
                } else if (in.startsWith("<?", at)) {
                    block("?>", 2, Style.KEYWORD);
                } else if (in.startsWith("<!", at)) {
                    doctype();
                } else if (in.startsWith("</", at)) {
                    closing();
                } else {
                    opening();
                }
            }
            return out.build(List.of());
        }

        private void lineBreak() {
            if (!empty) {
                out.newLine();
            }
            empty = false;
            out.add("  ".repeat(Math.min(depth, MAX_INDENT)), Style.PLAIN);
        }

        private void text() {
            int end = in.indexOf('<', at);
            end = end < 0 ? in.length() : end;
            int from = at;
            int to = end;
            while (from < to && in.charAt(from) <= ' ') {
                from++;
            }
            while (to > from && in.charAt(to - 1) <= ' ') {
                to--;
            }
            if (to > from) {
                boolean inline = beside && in.startsWith("</", end) && in.indexOf('\n', from, to) < 0;
                if (!inline) {
                    lineBreak();
                }
                entities(from, to);
                beside = inline;
            }
            at = end;
        }

        /** Text with its references coloured, not resolved. */
        private void entities(int from, int to) {
            int i = from;
            while (i < to) {
                int amp = in.indexOf('&', i, to);
                int semicolon = amp < 0 ? -1 : in.indexOf(';', amp, Math.min(to, amp + 32));
                if (semicolon < 0) {
                    int next = amp < 0 ? to : amp + 1;
                    out.add(in, i, next, Style.PLAIN);
                    i = next;
                } else {
                    out.add(in, i, amp, Style.PLAIN);
                    out.add(in, amp, semicolon + 1, Style.KEYWORD);
                    i = semicolon + 1;
                }
            }
        }

        private void block(String terminator, int skip, Style style) {
            int end = in.indexOf(terminator, Math.min(at + skip, in.length()));
            int stop = end < 0 ? in.length() : end + terminator.length();
            lineBreak();
            out.add(in, at, stop, style);
            at = stop;
            beside = false;
        }

        /** A doctype ends at the first {@code >} outside brackets and quotes. */
        private void doctype() {
            int i = at;
            int brackets = 0;
            char quote = 0;
            for (; i < in.length(); i++) {
                char c = in.charAt(i);
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (c == '"' || c == '\'') {
                    quote = c;
                } else if (c == '[' || c == ']') {
                    brackets += c == '[' ? 1 : -1;
                } else if (c == '>' && brackets <= 0) {
                    i++;
                    break;
                }
            }
            lineBreak();
            out.add(in, at, i, Style.KEYWORD);
            at = i;
            beside = false;
        }

        private void closing() {
            int end = in.indexOf('>', at);
            int stop = end < 0 ? in.length() : end + 1;
            depth = Math.max(0, depth - 1);
            if (!beside) {
                lineBreak();
                if (depth < opened.length) {
                    out.fold(opened[depth], out.line() - 1);
                }
            }
            tag(at, stop);
            at = stop;
            beside = false;
        }

        private void opening() {
            if (at + 1 >= in.length() || !nameStart(in.charAt(at + 1))) {
                out.add("<", Style.PLAIN);
                at++;
                return;
            }
            int end = tagEnd(at);
            String name = name(at + 1, end);
            lineBreak();
            tag(at, end);
            boolean closed = end >= 2 && in.charAt(end - 1) == '>' && in.charAt(end - 2) == '/';
            at = end;
            if (closed || (html && HTML_VOID.contains(name))) {
                beside = false;
            } else if (html && HTML_RAW.contains(name)) {
                open();
                raw(name);
            } else {
                open();
                depth++;
                beside = true;
            }
        }

        /** Remembers where an element begins, in a sensible depth. */
        private void open() {
            if (depth == opened.length && depth < 1 << 16) {
                opened = Arrays.copyOf(opened, 2 * depth);
            }
            if (depth < opened.length) {
                opened[depth] = out.line();
            }
        }

        /** Up to its closing tag everything stays as it is. */
        private void raw(String name) {
            int i = at;
            while (i >= 0 && i < in.length() && !in.regionMatches(true, i, "</" + name, 0, name.length() + 2)) {
                i = in.indexOf("</", i + 1);
            }
            int stop = i < 0 ? in.length() : i;
            out.add(in, at, stop, Style.PLAIN);
            at = stop;
            depth++;
            beside = true;
        }

        private static boolean nameStart(char c) {
            return Character.isLetter(c) || c == '_' || c == ':';
        }

        private String name(int from, int to) {
            int i = from;
            while (i < to && in.charAt(i) > ' ' && in.charAt(i) != '>' && in.charAt(i) != '/') {
                i++;
            }
            return in.substring(from, i).toLowerCase(Locale.ROOT);
        }

        /** After the {@code >} of a tag, which quotes may hide. */
        private int tagEnd(int from) {
            char quote = 0;
            for (int i = from; i < in.length(); i++) {
                char c = in.charAt(i);
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (c == '"' || c == '\'') {
                    quote = c;
                } else if (c == '>') {
                    return i + 1;
                }
            }
            return in.length();
        }

        /** Name, attributes and their values, each in its colour. */
        private void tag(int from, int to) {
            int i = from + (in.startsWith("</", from) ? 2 : 1);
            out.add(in, from, Math.min(i, to), Style.PUNCTUATION);
            int nameEnd = i;
            while (nameEnd < to && in.charAt(nameEnd) > ' ' && in.charAt(nameEnd) != '>' && in.charAt(nameEnd) != '/') {
                nameEnd++;
            }
            out.add(in, Math.min(i, to), nameEnd, Style.KEY);
            i = nameEnd;
            while (i < to) {
                i = attribute(i, to);
            }
        }

        private int attribute(int from, int to) {
            char c = in.charAt(from);
            int i = from + 1;
            if (c == '"' || c == '\'') {
                int end = in.indexOf(c, from + 1, to);
                i = end < 0 ? to : end + 1;
                out.add(in, from, i, Style.STRING);
            } else if (c <= ' ') {
                while (i < to && in.charAt(i) <= ' ') {
                    i++;
                }
                out.add(" ", Style.PLAIN);
            } else if (c == '=' || c == '>' || c == '/') {
                out.add(in, from, i, Style.PUNCTUATION);
            } else {
                while (i < to && in.charAt(i) > ' ' && "=>/\"'".indexOf(in.charAt(i)) < 0) {
                    i++;
                }
                out.add(in, from, i, Style.KEYWORD);
            }
            return i;
        }
    }
}
