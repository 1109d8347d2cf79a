package dev.cloakroom.readme;

import dev.cloakroom.OneTimeTokens;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

@ApplicationScoped
public class LinkMail {
  private static final System.Logger LOG = System.getLogger("org.example.shop");

  @Inject private OneTimeTokens tokens;
  @Inject private Members members;

  @Resource
  @SuppressWarnings("NullAway.Init")
  private ManagedExecutorService later;

  public Response send(String purpose, String typed, Function<String, String> link) {
    Duration wait = tokens.countAsking(purpose, typed);
    if (!wait.isZero()) {
      return Response.status(429).header("Retry-After", wait.toSeconds() + 1).build();
    }
    try {
      later.execute(() -> mail(typed, link));
      return Response.accepted().build();
    } catch (RejectedExecutionException tooMuchToDo) {
      return Response.status(503).build();
    }
  }

  private void mail(String typed, Function<String, String> link) {
    try {
      members.named(typed).ifPresent(name -> members.mail(name, link.apply(name)));
    } catch (RuntimeException notSent) {
      LOG.log(System.Logger.Level.ERROR, "A link could not be sent.", notSent);
    }
  }
}
