package dev.cloakroom.springsession;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.data.redis.RedisSessionRepository;

/**
 * Spring Session's repository in Redis as its own configuration sets it up: the driver Lettuce, one
 * shared connection, attributes by Java serialization. A session holds what one of Cloakroom's
 * does. Safe for use by several threads.
 */
public final class SpringSessions implements AutoCloseable {
  private final LettuceConnectionFactory connections;
  private final RedisSessionRepository repository;

  /** Sessions in the Redis at this port of the loopback interface. */
  public SpringSessions(int port) {
    connections = new LettuceConnectionFactory("127.0.0.1", port);
    connections.afterPropertiesSet();
    connections.start();
    RedisTemplate<String, Object> template = new RedisTemplate<>();
    template.setKeySerializer(RedisSerializer.string());
    template.setHashKeySerializer(RedisSerializer.string());
    template.setConnectionFactory(connections);
    template.afterPropertiesSet();
    repository = new RedisSessionRepository(template);
  }

  /** A login; answers the session's id. */
  public String login(String callerName) {
    return login(repository, callerName);
  }

  private static <S extends Session> String login(SessionRepository<S> all, String callerName) {
    S session = all.createSession();
    session.setMaxInactiveInterval(Duration.ofMinutes(30));
    session.setAttribute("caller", callerName);
    session.setAttribute("groups", new ArrayList<>(List.of("user")));
    session.setAttribute("address", "192.0.2.7");
    session.setAttribute("agent", "benchmark");
    all.save(session);
    return session.getId();
  }

  /** What its filter does for a request: finds the session, notes its use, and saves that. */
  public Session request(String id) {
    return request(repository, id);
  }

  private static <S extends Session> Session request(SessionRepository<S> all, String id) {
    S session = Objects.requireNonNull(all.findById(id), "a live session was not found");
    session.setLastAccessedTime(Instant.now());
    all.save(session);
    return session;
  }

  @Override
  public void close() {
    connections.destroy();
  }
}
