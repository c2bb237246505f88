package dev.hopscope.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.inspect.body.BodyView;
import dev.hopscope.ui.kit.Background;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodyModelTest {
    private final SampleExchanges samples = new SampleExchanges();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final DetailModel detail = new DetailModel(new Background(work::add, Runnable::run));
    private final BodyModel body = detail.body(Direction.RESPONSE);

    @BeforeEach
    void use() {
        detail.use(samples.log(), samples.bodies());
    }

    @Test
    void bodyIsReadOnlyWhenSomebodyLooks() {
        show(samples.cart());
        assertThat(body.stateProperty().get()).isInstanceOf(BodyModel.Unread.class);

        body.setWatched(true);
        runAll();
        assertThat(ready().view().id()).isEqualTo("json");
        assertThat(BodyWords.of(ready())).startsWith("gzip, 478 B").contains("\u2192 3.6 KB");
    }

    @Test
    void theFirstPartComesAtOnceAndMoreOnDemand() {
        body.setWatched(true);
        byte[] text = "0123456789abcde\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        show(samples.response(5, "/log.txt", "text/plain", "", text, text.length));
        assertThat(ready().sample().bytes()).hasSize(256 << 10);
        assertThat(ready().sample().more()).isTrue();

        body.more();
        runAll();
        assertThat(ready().sample().bytes()).hasSize(1 << 20);
    }

    @Test
    void theViewChosenStaysWhileMoreIsRead() {
        body.setWatched(true);
        byte[] text = "[1,2,3,4,5,6,7,8]\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        show(samples.response(5, "/a.json", "application/json", "", text, text.length));
        BodyView plain = ready().views().stream()
                .filter(v -> v.id().equals("text"))
                .findFirst()
                .orElseThrow();
        body.choose(plain);
        runAll();
        assertThat(((BodyRendering.Text) ready().rendering()).text()).startsWith("[1,2,3");

        body.more();
        runAll();
        assertThat(ready().view()).isSameAs(plain);
        assertThat(ready().sample().bytes().length).isGreaterThan(256 << 10);
    }

    @Test
    void aLateBodyOfAnotherRowIsDropped() {
        body.setWatched(true);
        Exchange cart = samples.cart();
        Exchange form = samples.form();
        detail.show(cart.id());
        work.remove().run();
        Runnable late = work.remove();
        show(form);
        late.run();

        assertThat(new String(ready().sample().bytes(), StandardCharsets.UTF_8)).isEqualTo("no such page\n");
    }

    @Test
    void anUnknownBodyThatCannotBeReadIsSaidWithItsCause() {
        body.setWatched(true);
        Exchange cart = samples.cart();
        detail.use(samples.log(), ref -> {
            throw new IOException("the session file was moved");
        });
        show(cart);

        assertThat(body.stateProperty().get()).isEqualTo(new BodyModel.Unreadable("the session file was moved"));
    }

    @Test
    void theQueryOfARequestWithoutABodyIsShown() {
        BodyModel request = detail.body(Direction.REQUEST);
        request.setWatched(true);
        show(samples.response(6, "/find?q=green+tea&n=2", "text/plain", "", new byte[1], 1));

        BodyModel.Ready ready = (BodyModel.Ready) request.stateProperty().get();
        assertThat(((BodyRendering.Table) ready.rendering()).rows())
                .containsExactly(List.of("q", "green tea"), List.of("n", "2"));
        assertThat(BodyWords.of(ready)).isEqualTo("2 fields");
        assertThat(request.saver()).isNull();
    }

    @Test
    void savingWritesTheWholeDecodedBody(@TempDir Path folder) throws IOException {
        show(samples.cart());
        BodySaver saver = body.saver();
        Path file = folder.resolve("out");

        assertThat(saver.suggestedName()).isEqualTo("cart.json");
        assertThat(saver.save(file).octets()).isEqualTo(Files.size(file));
        assertThat(BodyWords.of(saver.save(file))).isEqualTo("Saved 3.6 KB");
        assertThat(file).hasContent(SampleExchanges.cartJson());
    }

    @Test
    void savingABodyThatIsNotOfItsCodingWritesItsBytes(@TempDir Path folder) throws IOException {
        byte[] plain = "not gzip at all".getBytes(StandardCharsets.UTF_8);
        show(samples.response(6, "/../..\u0000evil", "text/plain", "gzip", plain, plain.length));
        Path file = folder.resolve("out");
        body.saver().save(file);

        assertThat(body.saver().suggestedName()).isEqualTo("_evil.txt");
        assertThat(file).hasBinaryContent(plain);
    }

    @Test
    void savingABodyWhoseCodingEndsEarlySaysSo(@TempDir Path folder) throws IOException {
        byte[] torn = Arrays.copyOf(gzipped(), 2000);
        show(samples.response(6, "/noise", "text/plain", "gzip", torn, torn.length));
        Path file = folder.resolve("out");
        String words = BodyWords.of(body.saver().save(file));

        assertThat(words).startsWith("Saved ").contains("not the whole body", "gzip ends early");
        assertThat(Files.size(file)).isPositive().isLessThan(8000);
    }

    @Test
    void savingABodyWhoseCodingBreaksInTheMiddleSaysSo(@TempDir Path folder) throws IOException {
        byte[] broken = gzipped();
        Arrays.fill(broken, 2000, 2400, (byte) 0xff);
        show(samples.response(6, "/noise", "text/plain", "gzip", broken, broken.length));

        assertThat(BodyWords.of(body.saver().save(folder.resolve("out"))))
                .contains("not the whole body", "gzip is broken");
    }

    @Test
    void savingAsPassedKeepsTheCoding(@TempDir Path folder) throws IOException {
        byte[] coded = gzipped();
        show(samples.response(6, "/noise.txt", "text/plain", "gzip", coded, coded.length));
        Path file = folder.resolve(body.saver().nameAsPassed());

        assertThat(BodyWords.of(body.saver().saveAsPassed(file))).endsWith("as they passed");
        assertThat(file).hasFileName("noise.txt.gz").hasBinaryContent(coded);
    }

    @Test
    void savingABodyRecordedOnlyInPartSaysSo(@TempDir Path folder) throws IOException {
        byte[] part = new byte[1000];
        show(samples.response(6, "/noise.txt", "text/plain", "", part, 5000));

        assertThat(BodyWords.of(body.saver().save(folder.resolve("out"))))
                .isEqualTo("Saved 1.0 KB. Only 1.0 KB of 5.0 KB were recorded");
    }

    private static byte[] gzipped() throws IOException {
        StringBuilder text = new StringBuilder();
        Random random = new Random(5);
        while (text.length() < 8000) {
            text.append(Integer.toString(random.nextInt(1 << 20), 36)).append(' ');
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private void show(Exchange exchange) {
        detail.show(exchange.id());
        runAll();
    }

    private BodyModel.Ready ready() {
        return (BodyModel.Ready) body.stateProperty().get();
    }

    private void runAll() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }
}
