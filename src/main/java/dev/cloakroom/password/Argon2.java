package dev.cloakroom.password;

import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2 (<a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106</a>).
 *
 * @param version 0x13, or 0x10 for hashes of before 2016
 * @param memory in KiB
 * @param passes over the memory
 * @param lanes how many could be filled at the same time; here they are filled in turn
 */
record Argon2(Kind kind, int version, int memory, int passes, int lanes) implements Derivation {
  static final int VERSION = Argon2Parameters.ARGON2_VERSION_13;

  /** 256 MiB. */
  static final int MOST_MEMORY = 256 * 1024;

  /** What the memory is multiplied with the passes: as 1 GiB that is filled once. */
  static final int MOST_WORK = 1024 * 1024;

  static final int MOST_LANES = 64;

  static {
    startBouncyCastle();
  }

  /** How the memory is addressed: by the password (d), not by it (i), or by both in turn (id). */
  enum Kind {
    D(Argon2Parameters.ARGON2_d),
    I(Argon2Parameters.ARGON2_i),
    ID(Argon2Parameters.ARGON2_id);

    private final int type;

    Kind(int type) {
      this.type = type;
    }
  }

  /**
   * It leaves what it starts with to the thread that comes first. A thread of the server would keep
   * it, and the application with it, after that was stopped: this one ends.
   */
  private static void startBouncyCastle() {
    Thread first = new Thread(Blake2bDigest::new, "cloakroom-argon2");
    first.start();
    try {
      first.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Argon2id of the current version, as RFC 9106 §4 advises for passwords. */
  static Argon2 id(int memory, int passes, int lanes) {
    return new Argon2(Kind.ID, VERSION, memory, passes, lanes);
  }

  /**
   * This, if a login may cost as much.
   *
   * @throws UnusableHashException if not, or nothing can be hashed by it
   */
  Argon2 affordable() throws UnusableHashException {
    UnusableHashException.requireWithin("lanes", lanes, 1, MOST_LANES);
    UnusableHashException.requireWithin("KiB of memory", memory, 8L * lanes, MOST_MEMORY);
    UnusableHashException.requireWithin("passes", passes, 1, MOST_WORK / memory);
    return this;
  }

  @Override
  public byte[] derive(byte[] password, byte[] salt, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(kind.type)
            .withVersion(version)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password, hash);
    return hash;
  }

  @Override
  public boolean isAtLeast(Derivation other) {
    return other instanceof Argon2 that
        && kind == that.kind
        && version >= that.version
        && memory >= that.memory
        && work() >= that.work();
  }

  private long work() {
    return (long) memory * passes;
  }
}
