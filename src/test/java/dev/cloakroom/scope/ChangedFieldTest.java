package dev.cloakroom.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.cloakroom.store.BeanState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bean held before a new version of the application changed the type of its field. */
class ChangedFieldTest {

  /** The bean as the new version has it. */
  static class Renumbered {
    Integer text = 0;
  }

  /** The same, with a field that cannot be null. */
  static class Numbered {
    int text;
  }

  private final BeanForm<Note> form = Forms.of(Note.class);
  private final StateCodec codec = new StateCodec(new AllowedTypes(List.of(form), Set.of()));

  private BeanState noteOf(Object text) throws Exception {
    Note note = new Note();
    note.write(text);
    return codec.encode(form, note);
  }

  @ParameterizedTest
  @ValueSource(classes = {Renumbered.class, Numbered.class})
  void decode_valueThatTheFieldCannotHave_isUnreadable(Class<?> later) throws Exception {
    BeanForm<?> changed = Forms.of(later);

    BeanState text = noteOf("text");
    assertThatIOException()
        .isThrownBy(() -> codec.decode(changed, text))
        .withMessageContaining("text");
    assertThat(codec.decode(changed, noteOf(7))).containsEntry("text", 7);
  }
}
