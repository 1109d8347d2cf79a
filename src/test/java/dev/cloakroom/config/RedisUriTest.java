package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.RedisUri.Host;
import dev.cloakroom.config.RedisUri.Login;
import dev.cloakroom.config.RedisUri.Topology;
import dev.cloakroom.config.RedisUri.Transport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisUriTest {

  private static RedisUri parsed(String text) {
    return RedisUri.parse(text).orElseThrow();
  }

  @Test
  void parse_hostOnly_hasTheUsualPortAndNoLogin() {
    assertThat(parsed("redis://cache"))
        .isEqualTo(
            new RedisUri(
                Topology.SINGLE,
                Transport.PLAIN,
                List.of(new Host("cache", 6379)),
                new Login(null, null),
                0,
                null));
  }

  @Test
  void parse_everyPart_isRead() {
    assertThat(parsed("rediss://ann:p%40ss:w@10.0.0.1:7000/3"))
        .isEqualTo(
            new RedisUri(
                Topology.SINGLE,
                Transport.TLS,
                List.of(new Host("10.0.0.1", 7000)),
                new Login("ann", "p@ss:w"),
                3,
                null));
  }

  @Test
  void parse_passwordWithoutUser_isTheDefaultUsers() {
    assertThat(parsed("redis://:secret@h").login()).isEqualTo(new Login(null, "secret"));
    assertThat(parsed("redis://secret@h").login()).isEqualTo(new Login(null, "secret"));
  }

  @Test
  void parse_sentinels_nameTheMaster() {
    RedisUri uri = parsed("redis-sentinel://:x@a,b:1234/2?master=main");

    assertThat(uri.topology()).isEqualTo(Topology.SENTINEL);
    assertThat(uri.hosts()).containsExactly(new Host("a", 26379), new Host("b", 1234));
    assertThat(uri.master()).isEqualTo("main");
    assertThat(uri.database()).isEqualTo(2);
  }

  @Test
  void parse_cluster_hasSeveralHosts() {
    RedisUri uri = parsed("rediss-cluster://a:1,[::1]:2");

    assertThat(uri.topology()).isEqualTo(Topology.CLUSTER);
    assertThat(uri.hosts()).containsExactly(new Host("a", 1), new Host("[::1]", 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:6379",
        "http://h",
        "redis://",
        "redis://h:99999",
        "redis://a,b",
        "redis://h/x",
        "redis://h/0?x=y",
        "redis://a%zz@h",
        "redis-sentinel://h/0",
        "redis-cluster://h/1",
        "redis://h?master=m"
      })
  void parse_anotherForm_isEmpty(String text) {
    assertThat(RedisUri.parse(text)).isEmpty();
  }

  @Test
  void toString_password_isNotShown() {
    assertThat(parsed("redis://ann:secret@h").toString()).doesNotContain("secret", "ann");
  }
}
