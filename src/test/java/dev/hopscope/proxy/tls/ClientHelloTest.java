package dev.hopscope.proxy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.proxy.tls.ClientHello.Reading;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientHelloTest {
    private static byte[] greeting(@Nullable String sni, String... alpn) throws Exception {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine();
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        if (sni != null) {
            parameters.setServerNames(List.of(new SNIHostName(sni)));
        }
        parameters.setApplicationProtocols(alpn);
        engine.setSSLParameters(parameters);
        ByteBuffer out = ByteBuffer.allocate(32_000);
        engine.wrap(ByteBuffer.allocate(0), out);
        return Arrays.copyOf(out.array(), out.position());
    }

    private static ClientHello hello(byte[] octets) {
        Reading reading = ClientHello.read(Unpooled.wrappedBuffer(octets));
        assertThat(reading).isInstanceOf(Reading.Whole.class);
        return ((Reading.Whole) reading).hello();
    }

    @Test
    void nameProtocolsAndVersionsAreRead() throws Exception {
        ClientHello hello = hello(greeting("Shop.Example.test", "h2", "http/1.1"));

        assertThat(hello.sni()).isEqualTo("shop.example.test");
        assertThat(hello.alpn()).containsExactly("h2", "http/1.1");
        assertThat(hello.versions()).contains(0x0304, 0x0303);
    }

    @Test
    void aGreetingWithoutNameOrProtocolsHasNone() throws Exception {
        ClientHello hello = hello(greeting(null));

        assertThat(hello.sni()).isNull();
        assertThat(hello.alpn()).isEmpty();
    }

    @Test
    void aGreetingIsWaitedForAtEveryOctet() throws Exception {
        byte[] whole = greeting("a.test", "http/1.1");
        for (int length = 0; length < whole.length; length++) {
            assertThat(ClientHello.read(Unpooled.wrappedBuffer(whole, 0, length)))
                    .isInstanceOf(Reading.More.class);
        }
    }

    @Test
    void aGreetingSpreadOverRecordsIsRead() throws Exception {
        byte[] whole = greeting("a.test", "http/1.1");
        ByteBuf spread = Unpooled.buffer();
        for (int at = 5; at < whole.length; at += 7) {
            int size = Math.min(7, whole.length - at);
            spread.writeByte(22).writeShort(0x0301).writeShort(size).writeBytes(whole, at, size);
        }

        assertThat(hello(io.netty.buffer.ByteBufUtil.getBytes(spread)).sni()).isEqualTo("a.test");
    }

    @Test
    void readingMovesNoIndex() throws Exception {
        ByteBuf octets = Unpooled.wrappedBuffer(greeting("a.test"));
        int readable = octets.readableBytes();
        ClientHello.read(octets);

        assertThat(octets.readableBytes()).isEqualTo(readable);
    }

    @Test
    void aRequestIsNoGreeting() {
        ByteBuf request = Unpooled.copiedBuffer("GET / HTTP/1.1\r\n", StandardCharsets.US_ASCII);

        assertThat(ClientHello.begins(request)).isFalse();
        assertThat(ClientHello.read(request)).isInstanceOf(Reading.None.class);
    }

    @Test
    void aNameThatNoHostCouldHaveIsTakenForNone() throws Exception {
        byte[] octets = greeting("aaaaaa.test");
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        for (String name : List.of("*.aaaa.test", "a\0aaaa.test", "a aaaa.test", "..aaaa.test")) {
            byte[] forged = text.replace("aaaaaa.test", name.substring(0, 11)).getBytes(StandardCharsets.ISO_8859_1);
            assertThat(hello(forged).sni()).as(name).isNull();
        }
    }

    @Test
    void aGreetingWithoutEndIsGivenUp() {
        ByteBuf endless = Unpooled.buffer();
        for (int i = 0; i < 3; i++) {
            endless.writeByte(22).writeShort(0x0301).writeShort(16_000);
            endless.writeByte(1).writeMedium(32_000).writeZero(15_996);
        }

        assertThat(ClientHello.read(endless)).isInstanceOf(Reading.None.class);
    }

    @Test
    void aGreetingThatAnnouncesTooMuchIsGivenUpAtOnce() {
        ByteBuf huge = Unpooled.buffer()
                .writeByte(22)
                .writeShort(0x0301)
                .writeShort(100)
                .writeByte(1)
                .writeMedium(0xffffff);

        assertThat(ClientHello.read(huge)).isInstanceOf(Reading.None.class);
    }

    @Test
    void noGarbageMakesItThrow() throws Exception {
        Random random = new Random(7);
        byte[] whole = greeting("a.test", "h2");
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = whole.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertThat(ClientHello.read(Unpooled.wrappedBuffer(damaged))).isNotNull();
        }
    }
}
