package dev.cloakroom.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZonedDateTime;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Currency;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a bean may hold, and what it may not. */
class StateCodecTest {
  private static final Set<String> WORDS = Set.of("one", "two", "three");

  private final BeanForm<Note> form = Forms.of(Note.class);
  private final StateCodec codec = new StateCodec(new AllowedTypes(List.of(form), Set.of()));

  private @Nullable Object roundTrip(Object value) throws Exception {
    Note note = new Note();
    note.write(value);
    return codec.decode(form, codec.encode(form, note)).get("text");
  }

  @SuppressWarnings("JavaUtilDate") // an application may well hold one
  static Stream<Object> values() {
    return Stream.of(
        "text",
        'c',
        1,
        2L,
        (short) 3,
        (byte) 4,
        5.5,
        6.5f,
        true,
        new BigDecimal("1.10"),
        new BigInteger("12345678901234567890"),
        URI.create("https://shop.test/"),
        Instant.EPOCH,
        Duration.ofDays(1),
        LocalDate.EPOCH,
        LocalDateTime.MIN,
        ZonedDateTime.parse("2026-11-25T12:00:00+01:00[Europe/Paris]"),
        DayOfWeek.FRIDAY,
        Month.MAY,
        new Date(0),
        new UUID(1, 2),
        Locale.GERMANY,
        Currency.getInstance("EUR"),
        BitSet.valueOf(new long[] {5}));
  }

  @SuppressWarnings("JdkObsolete") // an application may well hold one
  static Stream<Object> collections() {
    return Stream.of(
        List.of(1, 2, 3),
        Set.of("a", "b"),
        Map.of("a", 1),
        List.copyOf(WORDS),
        new ArrayList<>(WORDS),
        new LinkedList<>(WORDS),
        new HashSet<>(WORDS),
        new LinkedHashSet<>(WORDS),
        new TreeSet<>(WORDS),
        new HashMap<>(Map.of("a", 1)),
        new LinkedHashMap<>(Map.of("a", 1)),
        new TreeMap<>(Map.of("a", 1)),
        new ConcurrentHashMap<>(Map.of("a", 1)),
        new ConcurrentSkipListMap<>(Map.of("a", 1)),
        new ConcurrentSkipListSet<>(WORDS),
        new CopyOnWriteArrayList<>(WORDS),
        new CopyOnWriteArraySet<>(WORDS),
        new EnumMap<>(Map.of(DayOfWeek.FRIDAY, 1)),
        EnumSet.of(DayOfWeek.FRIDAY),
        Arrays.asList("a", "b"),
        Collections.emptyList(),
        Collections.emptyMap(),
        Collections.emptySet(),
        Collections.singletonList(1),
        Collections.unmodifiableList(new ArrayList<>(WORDS)),
        Collections.unmodifiableMap(new TreeMap<>(Map.of("a", 1))),
        Collections.unmodifiableSet(new HashSet<>(WORDS)),
        Collections.synchronizedList(new ArrayList<>(WORDS)),
        Collections.synchronizedMap(new HashMap<>(Map.of("a", 1))),
        Collections.nCopies(3, "x"),
        new AbstractMap.SimpleEntry<>("a", 1),
        treeInReverse());
  }

  private static Set<String> treeInReverse() {
    Set<String> reverse = new TreeSet<>(Collections.reverseOrder());
    reverse.addAll(WORDS);
    return reverse;
  }

  /** Without an equals of their own. */
  static Stream<Object> others() {
    Set<String> concurrent = ConcurrentHashMap.newKeySet();
    concurrent.add("x");
    return Stream.of(
        new ArrayDeque<>(WORDS),
        new PriorityQueue<>(WORDS),
        new ConcurrentLinkedQueue<>(WORDS),
        new ConcurrentLinkedDeque<>(WORDS),
        concurrent,
        new AtomicInteger(7),
        new AtomicReference<>("x"));
  }

  @ParameterizedTest
  @MethodSource({"values", "collections"})
  void decode_encoded_isEqual(Object value) throws Exception {
    assertThat(roundTrip(value)).isEqualTo(value).hasSameClassAs(value);
  }

  @ParameterizedTest
  @MethodSource("others")
  void decode_encoded_saysTheSame(Object value) throws Exception {
    assertThat(roundTrip(value)).hasToString(value.toString()).hasSameClassAs(value);
  }

  @Test
  void decode_arrays_areEqual() throws Exception {
    assertThat((int[]) roundTrip(new int[] {1, 2})).containsExactly(1, 2);
    assertThat((String[][]) roundTrip(new String[][] {{"a"}, {}}))
        .isDeepEqualTo(new String[][] {{"a"}, {}});
    assertThat(roundTrip(new byte[10_000])).isEqualTo(new byte[10_000]);
  }

  /** The same object in two fields is one object afterwards, too. */
  @Test
  void decode_sharedByTwoFields_isStillShared() throws Exception {
    List<String> shared = new ArrayList<>(WORDS);
    Note note = new Note();
    note.write(shared);
    note.add(shared);

    Map<String, @Nullable Object> values = codec.decode(form, codec.encode(form, note));

    assertThat((List<?>) values.get("more")).singleElement().isSameAs(values.get("text"));
  }

  static Stream<Named<Object>> refused() {
    return Stream.<Object>of(
            new Unnamed(),
            (Object) new Unnamed[] {},
            List.of(new Unnamed()),
            (Serializable & Runnable) () -> {},
            java.lang.reflect.Proxy.newProxyInstance(
                StateCodecTest.class.getClassLoader(),
                new Class<?>[] {Runnable.class, Serializable.class},
                new SerializableHandler()),
            new Object(),
            Unnamed.class,
            new java.net.InetSocketAddress(1),
            new javax.swing.event.EventListenerList())
        .map(value -> Named.of(value.getClass().getName(), value));
  }

  @ParameterizedTest
  @MethodSource("refused")
  @Tag("S16")
  void encode_anythingElse_isRefusedByName(Object value) {
    Note note = new Note();
    note.write(value);

    assertThatThrownBy(() -> codec.encode(form, note))
        .isInstanceOf(UnkeepableStateException.class)
        .hasMessageStartingWith("What @LoginScoped " + Note.class.getName() + " holds in its field")
        .hasMessageContaining("field text cannot be kept");
  }

  /** A type that no bean's field names. */
  static final class Unnamed implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private static final class SerializableHandler
      implements java.lang.reflect.InvocationHandler, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Object invoke(Object proxy, java.lang.reflect.Method method, Object[] given) {
      return method.getName().equals("toString") ? "a proxy" : null;
    }
  }
}
