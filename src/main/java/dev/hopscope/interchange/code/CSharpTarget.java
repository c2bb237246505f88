package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_METHOD;
import static dev.hopscope.interchange.code.Trait.ANY_PERCENT;
import static dev.hopscope.interchange.code.Trait.EMPTY_VALUE;
import static dev.hopscope.interchange.code.Trait.GET_BODY;
import static dev.hopscope.interchange.code.Trait.UNTYPED_BODY;

import dev.hopscope.exchange.Header;
import dev.hopscope.snippet.quote.CSharpQuoting;
import java.util.List;

/** A request for HttpClient of .NET, as top-level statements. Pure, any thread. */
final class CSharpTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "csharp",
            "C# HttpClient",
            TargetGroup.OTHER,
            "HttpClient of .NET",
            List.of(),
            EMPTY_VALUE,
            ANY_PERCENT,
            ANY_METHOD,
            GET_BODY,
            UNTYPED_BODY);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        StringBuilder out = new StringBuilder("using System.Net.Http;\n\n");
        out.append("using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies ="
                + " false });\n");
        out.append("using var request = new HttpRequestMessage(new HttpMethod(")
                .append(CSharpQuoting.of(call.method()));
        out.append("), ").append(CSharpQuoting.of(call.url())).append(");\nrequest.Version = new Version(1, 1);\n");
        if (call.hasBody()) {
            String text = call.bodyText();
            out.append("request.Content = new ByteArrayContent(");
            out.append(
                    text == null
                            ? "Convert.FromBase64String(\"" + call.base64() + "\")"
                            : "System.Text.Encoding.UTF8.GetBytes(" + CSharpQuoting.of(text) + ")");
            out.append(");\n");
        }
        for (Header field : call.fields()) {
            boolean content = OF_CONTENT.contains(field.name().toLowerCase(java.util.Locale.ROOT));
            if (content && !call.hasBody()) {
                return new Code.Refused("HttpClient of .NET sends " + field.name() + " only with a body.");
            }
            out.append(content ? "request.Content.Headers" : "request.Headers").append(".TryAddWithoutValidation(");
            out.append(CSharpQuoting.of(field.name()))
                    .append(", ")
                    .append(CSharpQuoting.of(field.value()))
                    .append(");\n");
        }
        out.append("using var response = await client.SendAsync(request);\n"
                + "Console.WriteLine((int)response.StatusCode);\n");
        out.append("Console.WriteLine(await response.Content.ReadAsStringAsync());\n");
        return new Code.Text(out.toString(), List.of());
    }

    private static final List<String> OF_CONTENT = List.of(
            "allow",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-location",
            "content-md5",
            "content-range",
            "content-type",
            "expires",
            "last-modified");
}
