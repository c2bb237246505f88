package dev.hopscope.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.app.EchoOrigin;
import dev.hopscope.app.LiveHopscope;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Source;
import dev.hopscope.ui.kit.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts sent through a running proxy that records, to a real origin; one thread stands for the screen's. */
class EditorModelTest {
    @TempDir
    Path folder;

    private final ExecutorService screen = Executors.newSingleThreadExecutor();
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private EchoOrigin origin;
    private LiveHopscope live;
    private EditorModel model;

    @BeforeEach
    void start() throws Exception {
        origin = new EchoOrigin();
        live = new LiveHopscope(folder);
        model = new EditorModel(live.proxy(), new Background(worker, screen), InstantSource.fixed(Instant.EPOCH));
        onScreen(() -> model.use(live.session()));
    }

    @AfterEach
    void stop() {
        live.close();
        origin.close();
        screen.shutdownNow();
        worker.shutdownNow();
    }

    private void onScreen(Runnable work) throws Exception {
        Future<?> done = screen.submit(work);
        done.get(20, TimeUnit.SECONDS);
    }

    /** Sends, and waits for the end. */
    private Attempt send() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        onScreen(() -> {
            model.send();
            model.sendingProperty().subscribe(attempt -> {
                if (attempt == null) {
                    over.countDown();
                }
            });
        });
        assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
        Attempt[] shown = new Attempt[1];
        onScreen(() -> shown[0] = model.openProperty().get().shown());
        return shown[0];
    }

    private void url(String path) throws Exception {
        onScreen(() -> model.edit(draft -> draft.withUrl(origin.url(path))));
    }

    @Test
    void aBlankDraftIsSentAndItsRowSaysThatItWasWrittenHere() throws Exception {
        url("/v1?a=b");
        Attempt sent = send();
        assertThat(origin.asked().target()).isEqualTo("/v1?a=b");
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.bytes()).isEqualTo(2);
        assertThat(live.exchanges()).extracting(HttpExchange::source).containsExactly(new Source.Sent(null));
    }

    @Test
    void aDraftOfARowNamesItsOriginal() throws Exception {
        String asked = live.ask("POST " + origin.url("/orders") + " HTTP/1.1\r\nHost: " + origin.authority()
                + "\r\n"
                + "X-one: 1\r\n"
                + "Content-Length: 8\r\n"
                + "Content-Type: application/json\r\n"
                + "Connection: close\r\n\r\n"
                + "{\"a\": 1}");
        assertThat(asked).contains("200 OK");
        origin.asked();
        live.session().flush();
        CountDownLatch opened = new CountDownLatch(1);
        List<String> refused = new ArrayList<>();
        onScreen(() -> model.open(new ExchangeId(1), opened::countDown, refused::add));
        assertThat(opened.await(20, TimeUnit.SECONDS)).isTrue();
        onScreen(() -> model.edit(draft -> draft.withBody(draft.body().withText("{\"a\": 22}"))));
        send();
        EchoOrigin.Asked again = origin.asked();
        assertThat(again.method()).isEqualTo("POST");
        assertThat(again.body()).isEqualTo("{\"a\": 22}");
        assertThat(again.header("X-one")).isEqualTo("1");
        assertThat(live.exchanges().getLast().source()).isEqualTo(new Source.Sent(new ExchangeId(1)));
        assertThat(refused).isEmpty();
    }

    @Test
    void aRowThatIsGoneIsRefusedWithWords() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        List<String> refused = new ArrayList<>();
        onScreen(() -> model.open(new ExchangeId(77), () -> {}, why -> {
            refused.add(why);
            told.countDown();
        }));
        assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(refused.getFirst()).contains("#77");
    }

    @Test
    void aFileIsSentAsItIsWhenItIsSent() throws Exception {
        Path file = Files.writeString(folder.resolve("body.bin"), "12");
        CountDownLatch chosen = new CountDownLatch(1);
        onScreen(() -> {
            model.edit(draft -> draft.withUrl(origin.url("/")).withMethod("PUT").withKind(DraftBody.Kind.FILE));
            model.openProperty().subscribe(sheet -> {
                if (sheet.draft().fileLength() == 2) {
                    chosen.countDown();
                }
            });
            model.useFile(file);
        });
        assertThat(chosen.await(20, TimeUnit.SECONDS)).isTrue();
        Files.writeString(file, "12345");
        assertThat(send().failure()).isNull();
        assertThat(origin.asked().body()).isEqualTo("12345");
    }

    @Test
    void anOriginThatIsDownIsAFailureInWords() throws Exception {
        int port = origin.port();
        origin.close();
        onScreen(() -> model.edit(draft -> draft.withUrl("http://127.0.0.1:" + port + "/")));
        Attempt sent = send();
        assertThat(sent.failure()).contains("refused");
        assertThat(sent.row()).isPositive();
    }

    @Test
    void backAndForwardBringTheDraftsThatWereSent() throws Exception {
        url("/1");
        send();
        url("/2");
        send();
        onScreen(() -> model.step(-1));
        assertThat(model.openProperty().get().draft().url()).endsWith("/1");
        onScreen(() -> model.step(1));
        assertThat(model.openProperty().get().draft().url()).endsWith("/2");
        onScreen(() -> model.step(1));
        assertThat(model.openProperty().get().at()).isEqualTo(2);
    }

    @Test
    void whatWasWrittenSinceIsThereAgainAfterGoingBackAndForth() throws Exception {
        url("/1");
        send();
        url("/unsent");
        onScreen(() -> model.go(1));
        assertThat(model.openProperty().get().draft().url()).endsWith("/1");
        onScreen(() -> model.step(1));
        assertThat(model.openProperty().get().draft().url()).endsWith("/unsent");
    }

    @Test
    void withRecordingOffNothingIsSentAndTheHindranceIsNamed() throws Exception {
        url("/");
        live.session().setRecording(false);
        onScreen(model::send);
        assertThat(model.hindranceProperty().get()).isEqualTo(Hindrance.PAUSED);
        assertThat(model.openProperty().get().attempts()).isEmpty();
    }

    @Test
    void withTheProxyOffNothingIsSentAndTheHindranceIsNamed() throws Exception {
        url("/");
        live.proxy().stop();
        onScreen(model::send);
        assertThat(model.hindranceProperty().get()).isEqualTo(Hindrance.OFF);
    }

    @Test
    void aPastedCommandBecomesADraftAndWhatItLacksIsSaid() throws Exception {
        CountDownLatch pasted = new CountDownLatch(1);
        onScreen(() -> {
            model.openProperty().subscribe(sheet -> {
                if (sheet.draft().method().equals("PUT")) {
                    pasted.countDown();
                }
            });
            model.paste("curl -X PUT '" + origin.url("/v1") + "' -H 'X-a: 1' -d 'a=b' --unknown-to-anyone");
        });
        assertThat(pasted.await(20, TimeUnit.SECONDS)).isTrue();
        onScreen(() -> {});
        assertThat(model.saidProperty().get()).contains("unknown-to-anyone");
        assertThat(send().status()).isEqualTo(200);
        EchoOrigin.Asked asked = origin.asked();
        assertThat(asked.body()).isEqualTo("a=b");
        assertThat(asked.header("X-a")).isEqualTo("1");
    }

    @Test
    void aRequestOnTheClipboardIsOfferedAndNotTaken() throws Exception {
        CountDownLatch offered = new CountDownLatch(1);
        onScreen(() -> {
            model.offeredProperty().subscribe(text -> {
                if (!text.isEmpty()) {
                    offered.countDown();
                }
            });
            model.offer("curl http://shop.example/");
        });
        assertThat(offered.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(model.openProperty().get().blank()).isTrue();
    }

    @Test
    void aFlawIsSaidAndNothingIsSent() throws Exception {
        onScreen(() -> {
            model.edit(draft -> draft.withUrl("ftp://shop.example/"));
            model.send();
        });
        assertThat(model.saidProperty().get()).contains("http");
        assertThat(model.openProperty().get().attempts()).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotComeCanBeCancelled() throws IOException, Exception {
        try (java.net.ServerSocket silent =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            onScreen(() -> {
                model.edit(draft -> draft.withUrl("http://127.0.0.1:" + silent.getLocalPort() + "/"));
                model.send();
            });
            try (java.net.Socket asked = silent.accept()) {
                assertThat(asked.getInputStream().read()).isEqualTo('G');
                CountDownLatch over = new CountDownLatch(1);
                onScreen(() -> {
                    model.sendingProperty().subscribe(attempt -> {
                        if (attempt == null) {
                            over.countDown();
                        }
                    });
                    model.cancel();
                });
                assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
            }
        }
        assertThat(model.openProperty().get().shown().failure()).contains("cancelled");
    }
}
