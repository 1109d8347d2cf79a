package dev.cloakroom.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** The scripts, each a file of that name beside this class which says what it is given. */
enum Script {
  CREATE("create"),
  REPLACE("replace"),
  FIND_BY_CALLER("find-by-caller"),
  END_BY_CALLER("end-by-caller"),
  MARK_ALL("mark-all"),
  END_SOME("end-some"),
  COUNT_ATTEMPT("count-attempt"),
  TAKE_BACK_ATTEMPT("take-back-attempt"),
  KEEP_ONE_TIME("keep-one-time"),
  REMOVE_ONE_TIME("remove-one-time"),
  REMOVE_ALL_ONE_TIME("remove-all-one-time"),
  REVOKE("revoke"),
  REPLACE_TEXT("replace-text");

  private final String text;
  private final String digest;

  Script(String name) {
    this.text = resource(name + ".lua");
    this.digest = sha1(text);
  }

  /** Runs it by its digest; a server that has not met it, or has forgotten it, gets its text. */
  Object run(Connection connection, List<String> keys, Object... arguments) {
    try {
      return connection.executeCommand(call(Command.EVALSHA, digest, keys, arguments));
    } catch (JedisNoScriptException unknown) {
      return connection.executeCommand(call(Command.EVAL, text, keys, arguments));
    }
  }

  private static CommandArguments call(
      Command command, String script, List<String> keys, Object... arguments) {
    return new CommandArguments(command)
        .add(script)
        .add(keys.size())
        .addObjects(keys)
        .addObjects(arguments);
  }

  private static String resource(String file) {
    try (InputStream in = Script.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the JAR is not whole: it has no " + file);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How Redis names a script; nothing is kept secret or proven by it. */
  private static String sha1(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
