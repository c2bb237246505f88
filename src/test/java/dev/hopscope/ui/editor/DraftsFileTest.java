package dev.hopscope.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.replay.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsFileTest {
    @TempDir
    Path folder;

    private static Sheet sheet(String body) {
        Draft draft = Draft.BLANK
                .withUrl("http://shop.example/?a=1&b")
                .withKind(DraftBody.Kind.TEXT)
                .withBody(DraftBody.EMPTY.as(DraftBody.Kind.TEXT).withText(body))
                .withFields(lines -> FieldLines.put(lines, "Authorization", "Bearer \u00e9"));
        Attempt first = Attempt.begun(1, 1_000, draft, "a.hops").withRow(7).ended(201, 12_000, 5, null);
        Attempt second = Attempt.begun(2, 2_000, draft, "a.hops").ended(0, 0, -1, "refused");
        return Sheet.of(3, 4, "a.hops", draft).with(first).with(second);
    }

    @Test
    void draftsComeBackWithAllThatWasSent() throws IOException {
        Sheet sheet = sheet("{}");
        assertThat(new DraftsFile(folder).write(List.of(sheet, Sheet.of(9, 0, "", Draft.BLANK))))
                .isNull();
        DraftsFile.Read read = new DraftsFile(folder).read();
        assertThat(read.problem()).isNull();
        assertThat(read.sheets()).containsExactly(sheet);
    }

    @Test
    void octetsThatAreNoTextComeBack() throws IOException {
        Draft draft = Draft.BLANK.withBody(
                DraftBody.EMPTY.as(DraftBody.Kind.RECORDED).withRecorded(Content.of(new byte[] {0, -1, 13})));
        new DraftsFile(folder).write(List.of(Sheet.of(1, 0, "", draft)));
        assertThat(new DraftsFile(folder).read().sheets().getFirst().draft()).isEqualTo(draft);
    }

    @Test
    void theFileIsTheUsersAlone() throws IOException {
        new DraftsFile(folder).write(List.of(sheet("")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("drafts.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void withoutAFileThereAreNoDrafts() {
        assertThat(new DraftsFile(folder).read()).isEqualTo(new DraftsFile.Read(List.of(), null));
    }

    @Test
    void aDamagedFileIsToldOfAndKept() throws IOException {
        for (String damaged :
                List.of("{", "[]", "{\"version\": 1}", "{\"version\": 1, \"sheets\": [{}]}", "null", "\0")) {
            Files.writeString(folder.resolve("drafts.json"), damaged);
            DraftsFile.Read read = new DraftsFile(folder).read();
            assertThat(read.sheets()).as(damaged).isEmpty();
            assertThat(read.problem()).as(damaged).contains("drafts.json.bad");
            assertThat(folder.resolve("drafts.json.bad")).hasContent(damaged);
        }
    }

    @Test
    void aBodyThatIsTooLongIsNotKeptAndThatIsSaid() throws IOException {
        Sheet sheet = sheet("x".repeat(DraftsFile.MOST_BODY + 1));
        assertThat(new DraftsFile(folder).write(List.of(sheet))).contains("not kept");
        Draft read = new DraftsFile(folder).read().sheets().getFirst().draft();
        assertThat(Flaws.first(read, false)).contains("not there any more");
    }

    @Test
    void whatWasUnderWayWhenHopscopeEndedIsOver() {
        Sheet sheet = Sheet.of(1, 0, "", Draft.BLANK).with(Attempt.begun(1, 0, Draft.BLANK, ""));
        assertThat(sheet.interrupted().attempts().getFirst().failure()).contains("ended");
    }
}
