package dev.cloakroom.scope;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes of the JDK that beans may hold: values, collections, and what these are written and
 * read back as. None of them does anything when it is read but to hold what was written.
 */
final class PlatformTypes {

  /** Their names. */
  static final Set<String> NAMES =
      Stream.of(
              in("java.lang", "Boolean Byte Character Double Enum Float Integer Long Number"),
              in("java.lang", "Object Short String String$CaseInsensitiveComparator"),
              in("java.math", "BigDecimal BigInteger MathContext RoundingMode"),
              in("java.net", "URI"),
              in("java.time", "DayOfWeek Duration Instant LocalDate LocalDateTime LocalTime Month"),
              in("java.time", "MonthDay OffsetDateTime OffsetTime Period Ser Year YearMonth"),
              in("java.time", "ZonedDateTime ZoneId ZoneOffset ZoneRegion"),
              in("java.util", "AbstractCollection AbstractList AbstractMap AbstractSet"),
              in("java.util", "ArrayDeque ArrayList Arrays$ArrayList BitSet CollSer Currency Date"),
              in("java.util", "EnumMap EnumSet EnumSet$SerializationProxy"),
              in("java.util", "JumboEnumSet RegularEnumSet"),
              in("java.util", "HashMap HashSet IdentityHashMap LinkedHashMap LinkedHashSet"),
              in("java.util", "LinkedList Locale Map$Entry PriorityQueue TreeMap TreeSet UUID"),
              in("java.util", "AbstractMap$SimpleEntry AbstractMap$SimpleImmutableEntry Vector"),
              in("java.util", "ImmutableCollections$List12 ImmutableCollections$ListN"),
              in("java.util", "ImmutableCollections$Map1 ImmutableCollections$MapN"),
              in("java.util", "ImmutableCollections$Set12 ImmutableCollections$SetN"),
              inCollections("CopiesList ReverseComparator ReverseComparator2 SetFromMap"),
              inCollections("EmptyList EmptyMap EmptySet SingletonList SingletonMap SingletonSet"),
              inCollections("UnmodifiableCollection UnmodifiableList UnmodifiableMap"),
              inCollections("UnmodifiableMap$UnmodifiableEntrySet UnmodifiableRandomAccessList"),
              inCollections("UnmodifiableSet UnmodifiableSortedMap UnmodifiableSortedSet"),
              inCollections("UnmodifiableNavigableMap UnmodifiableNavigableSet"),
              inCollections("SynchronizedCollection SynchronizedList SynchronizedMap"),
              inCollections("SynchronizedRandomAccessList SynchronizedSet"),
              inCollections("SynchronizedSortedMap SynchronizedSortedSet"),
              in("java.util.concurrent", "ConcurrentHashMap ConcurrentHashMap$Segment"),
              in("java.util.concurrent", "ConcurrentHashMap$CollectionView"),
              in("java.util.concurrent", "ConcurrentHashMap$KeySetView ConcurrentLinkedDeque"),
              in("java.util.concurrent", "ConcurrentLinkedQueue ConcurrentSkipListMap"),
              in("java.util.concurrent", "ConcurrentSkipListSet CopyOnWriteArrayList"),
              in("java.util.concurrent", "CopyOnWriteArraySet"),
              in("java.util.concurrent.atomic", "AtomicBoolean AtomicInteger AtomicLong"),
              in("java.util.concurrent.atomic", "AtomicReference"),
              // a ConcurrentHashMap is written with the locks that it had in Java 7
              in("java.util.concurrent.locks", "AbstractOwnableSynchronizer"),
              in("java.util.concurrent.locks", "AbstractQueuedSynchronizer ReentrantLock"),
              in("java.util.concurrent.locks", "ReentrantLock$NonfairSync ReentrantLock$Sync"))
          .flatMap(names -> names)
          .collect(Collectors.toUnmodifiableSet());

  private PlatformTypes() {}

  private static Stream<String> in(String packageName, String simpleNames) {
    return Stream.of(simpleNames.split(" ", -1)).map(name -> packageName + "." + name);
  }

  private static Stream<String> inCollections(String simpleNames) {
    return in("java.util", simpleNames)
        .map(name -> name.replace("java.util.", "java.util.Collections$"));
  }
}
