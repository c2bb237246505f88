package dev.hopscope.ui.preferences;

import dev.hopscope.settings.Settings;
import dev.hopscope.ui.kit.Messages;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * All fields of the preferences, each checked as it is typed, and the change of settings they amount to. One thread. Saves nothing.
 */
final class PreferencesModel {
    private static final String HERE = "127.0.0.1";
    private static final long KIB = 1024;

    private final Settings before;
    private final Function<String, @Nullable String> patternProblem;
    private final Map<String, Field<?>> fields = new LinkedHashMap<>();
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(this, "valid", true);

    final Field<String> host;
    final Field<Long> port;
    final Field<List<String>> tunnelled;
    final Field<List<String>> onlyOpened;
    final BooleanProperty throughProxy = new SimpleBooleanProperty(this, "throughProxy");
    final Field<String> proxyHost;
    final Field<Long> proxyPort;
    final Field<String> proxyUser;
    final Field<String> proxyPassword;
    final Field<List<String>> extraCas;
    final Field<Long> maxBody;
    final Field<Long> headSize;
    final Field<Long> headLines;
    final Field<Long> connections;
    final Field<Long> headTime;
    final Field<Long> idleTime;
    final Field<Long> responseTime;
    final Field<Long> tunnelTime;
    final Field<Long> connectTime;
    final Field<Long> tlsTime;
    final Field<Long> sniffTime;
    final Field<Long> keepSessions;
    final Field<Long> keepBytes;
    final BooleanProperty cacheOn = new SimpleBooleanProperty(this, "cacheOn");
    final BooleanProperty cachePrivate = new SimpleBooleanProperty(this, "cachePrivate");
    final Field<Long> cacheSize;
    final Field<List<String>> cacheTargets;
    final ObjectProperty<Settings.Theme> theme;
    final ObjectProperty<Integer> textSize;

    PreferencesModel(Settings settings, Function<String, @Nullable String> patternProblem) {
        before = settings;
        this.patternProblem = patternProblem;
        Settings.Proxy proxy = settings.proxy();
        Settings.Limits limits = proxy.limits();
        Settings.Upstream upstream = proxy.upstream();
        host = field("host", proxy.host(), h -> h, PreferencesModel::hostName);
        port = number("port", proxy.port(), 1, 0, 65_535);
        tunnelled = field("tunnelled", settings.interception().ignoreHosts(), PreferencesModel::lines, this::patterns);
        onlyOpened = field("onlyOpened", settings.interception().allowHosts(), PreferencesModel::lines, this::patterns);
        throughProxy.set(upstream != null);
        proxyHost = field("proxyHost", upstream == null ? "" : upstream.host(), h -> h, this::proxyHostName);
        proxyPort = number("proxyPort", upstream == null ? 3128 : upstream.port(), 1, 1, 65_535);
        proxyUser = field("proxyUser", upstream == null ? "" : text(upstream.user()), u -> u, u -> u);
        proxyPassword = field("proxyPassword", upstream == null ? "" : text(upstream.password()), p -> p, p -> p);
        extraCas = field("extraCas", proxy.upstreamCa(), PreferencesModel::lines, PreferencesModel::files);
        maxBody = number("maxBody", settings.recording().maxBodyBytes(), KIB * KIB, 0, 1L << 20);
        headSize = number("headSize", limits.headBytes(), KIB, 1, 16 * KIB);
        headLines = number("headLines", limits.headerCount(), 1, 1, 100_000);
        connections = number("connections", limits.connections(), 1, 1, 1_000_000);
        headTime = seconds("headTime", limits.headTimeout());
        idleTime = seconds("idleTime", limits.idleTimeout());
        responseTime = seconds("responseTime", limits.responseTimeout());
        tunnelTime = seconds("tunnelTime", limits.tunnelIdleTimeout());
        connectTime = seconds("connectTime", limits.connectTimeout());
        tlsTime = seconds("tlsTime", limits.tlsTimeout());
        sniffTime = seconds("sniffTime", limits.sniffTimeout());
        keepSessions = number("keepSessions", settings.recording().keepSessions(), 1, 1, 10_000);
        keepBytes = number("keepBytes", settings.recording().keepBytes(), KIB * KIB * KIB, 0, 1 << 20);
        Settings.Cache cache = settings.cache();
        cacheOn.set(cache.on());
        cachePrivate.set(cache.privateUse());
        cacheSize = number("cacheSize", cache.bytes(), KIB * KIB, 1, 1L << 20);
        cacheTargets = field("cacheTargets", cache.targets(), PreferencesModel::lines, PreferencesModel::fieldNames);
        theme = new SimpleObjectProperty<>(this, "theme", settings.window().theme());
        // a port that was refused may be free at another address
        host.textProperty().subscribe((was, is) -> port.recheck());
        textSize =
                new SimpleObjectProperty<>(this, "textSize", settings.window().textSize());
        throughProxy.subscribe(on -> {
            // whether its host may be empty depends on this
            String typed = proxyHost.textProperty().get();
            proxyHost.textProperty().set(typed + " ");
            proxyHost.textProperty().set(typed);
        });
    }

    /** Whether everything typed can be used. */
    ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    Map<String, Field<?>> fields() {
        return fields;
    }

    /** Whether saving makes the proxy listen anew. */
    boolean listensAnew() {
        return port.value() != before.proxy().port()
                || !host.value().equals(before.proxy().host());
    }

    boolean onThisMachine() {
        return host.value().equals(HERE);
    }

    /** Sets what differs from before, field by field, and nothing else: what a run's command line says is not the user's wish for good. */
    UnaryOperator<Settings> change() {
        List<UnaryOperator<Settings>> steps = steps().stream()
                .filter(step -> !step.apply(before).equals(before))
                .toList();
        return settings -> {
            Settings changed = settings;
            for (UnaryOperator<Settings> step : steps) {
                changed = step.apply(changed);
            }
            return changed;
        };
    }

    private List<UnaryOperator<Settings>> steps() {
        return List.of(
                s -> s.withProxy(p -> p.withAddress(host.value(), Math.toIntExact(port.value()))),
                s -> s.withProxy(p -> p.withUpstream(upstream())),
                s -> s.withProxy(p -> p.withUpstreamCa(extraCas.value())),
                s -> s.withProxy(p -> p.withLimits(limits())),
                s -> s.withInterception(i -> i.withIgnoreHosts(tunnelled.value())),
                s -> s.withInterception(i -> i.withAllowHosts(onlyOpened.value())),
                s -> s.withRecording(r -> r.withMaxBodyBytes(maxBody.value())),
                s -> s.withRecording(r -> r.withRetention(Math.toIntExact(keepSessions.value()), keepBytes.value())),
                s -> s.withCache(c -> c.withOn(cacheOn.get())),
                s -> s.withCache(c -> c.withPrivateUse(cachePrivate.get())),
                s -> s.withCache(c -> c.withBytes(cacheSize.value())),
                s -> s.withCache(c -> c.withTargets(cacheTargets.value())),
                s -> s.withWindow(w -> w.withTheme(theme.get())),
                s -> s.withWindow(w -> w.withTextSize(textSize.get())));
    }

    private Settings.@Nullable Upstream upstream() {
        if (!throughProxy.get() || proxyHost.value().isEmpty()) {
            return null;
        }
        boolean anonymous = proxyUser.value().isEmpty();
        return new Settings.Upstream(
                proxyHost.value(),
                Math.toIntExact(proxyPort.value()),
                anonymous ? null : proxyUser.value(),
                anonymous ? null : proxyPassword.value());
    }

    private Settings.Limits limits() {
        return new Settings.Limits(
                Math.toIntExact(headSize.value()),
                Math.toIntExact(headLines.value()),
                headTime.value(),
                idleTime.value(),
                responseTime.value(),
                tunnelTime.value(),
                connectTime.value(),
                tlsTime.value(),
                sniffTime.value(),
                Math.toIntExact(connections.value()));
    }

    private <T> Field<T> field(String id, T value, Function<T, String> writer, Field.Reader<T> reader) {
        Field<T> field = new Field<>(value, writer, reader);
        fields.put(id, field);
        field.problemProperty()
                .subscribe(problem -> valid.set(fields.values().stream()
                        .allMatch(f -> f.problemProperty().get() == null)));
        return field;
    }

    /** A whole number of units, held in what one unit is made of. */
    private Field<Long> number(String id, long value, long unit, long least, long most) {
        Function<Long, String> writer = v -> v % unit == 0 ? Long.toString(v / unit) : trimmed(v / (double) unit);
        return field(id, value, writer, text -> Math.round(read(text, least, most) * unit));
    }

    /** Seconds, held in milliseconds. */
    private Field<Long> seconds(String id, long millis) {
        return field(id, millis, v -> trimmed(v / 1000.0), text -> Math.round(read(text, 0.001, 7 * 24 * 3600) * 1000));
    }

    private static double read(String text, double least, double most) throws Field.Wrong {
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of bounds
        }
        throw new Field.Wrong(Messages.text("preferences.wrong.number", trimmed(least), trimmed(most)));
    }

    private static String trimmed(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static String hostName(String text) throws Field.Wrong {
        if (text.isEmpty() || !text.matches("[\\w.:%-]+")) {
            throw new Field.Wrong(Messages.text("preferences.wrong.host"));
        }
        return text;
    }

    private String proxyHostName(String text) throws Field.Wrong {
        return !throughProxy.get() && text.isEmpty() ? text : hostName(text);
    }

    private List<String> patterns(String text) throws Field.Wrong {
        List<String> patterns = split(text);
        for (String pattern : patterns) {
            String problem = patternProblem.apply(pattern);
            if (problem != null) {
                throw new Field.Wrong(Messages.text("preferences.wrong.pattern", pattern, problem));
            }
        }
        return patterns;
    }

    /** RFC 9110 §5.1. */
    private static List<String> fieldNames(String text) throws Field.Wrong {
        List<String> names = split(text);
        for (String name : names) {
            if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
                throw new Field.Wrong(Messages.text("preferences.wrong.fieldName", name));
            }
        }
        return names;
    }

    private static List<String> files(String text) throws Field.Wrong {
        List<String> files = split(text);
        for (String file : files) {
            try {
                if (!Files.isReadable(Path.of(file))) {
                    throw new Field.Wrong(Messages.text("preferences.wrong.file", file));
                }
            } catch (InvalidPathException e) {
                throw new Field.Wrong(Messages.text("preferences.wrong.file", file));
            }
        }
        return files;
    }

    private static List<String> split(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String lines(List<String> list) {
        return String.join("\n", list);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
