package dev.cloakroom.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.access.AccessRule;
import dev.cloakroom.access.AccessRule.Access;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.testing.Stub;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccessFilterTest {
  private final AccessFilter users =
      new AccessFilter(
          new AccessRule(Access.ROLES, Set.of("user", "admin")), ContainersCaller.ALLOWED);
  private final AccessFilter nobody =
      new AccessFilter(new AccessRule(Access.NOBODY, Set.of()), ContainersCaller.ALLOWED);

  private static ContainerRequestContext by(
      @Nullable String caller, @Nullable String role, @Nullable Refusal known) {
    SecurityContext security =
        Stub.of(
            SecurityContext.class,
            Map.of(
                "isUserInRole", asked -> asked[0].equals(role),
                "getUserPrincipal", unused -> caller == null ? null : new CallerPrincipal(caller)));
    return Stub.of(
        ContainerRequestContext.class,
        Map.of(
            "getSecurityContext", unused -> security,
            "getProperty", asked -> asked[0].equals(Refusal.ATTRIBUTE) ? known : null));
  }

  private static @Nullable String challenge(Optional<Answer> answer) {
    assertThat(answer).map(Answer::status).contains(401);
    return answer.orElseThrow().header("WWW-Authenticate");
  }

  @Test
  void callerWithOneOfTheRoles_goesOn() {
    assertThat(users.refusal(by("alice", "admin", null))).isEmpty();
    assertThat(users.refusal(by("alice", "user", null))).isEmpty();
  }

  /** A stub is of the application, too. */
  @Test
  @Tag("B4")
  void callerOfTheApplicationsOwn_whomTheContainerDoesNotKnow_isChallenged() {
    AccessFilter filter =
        new AccessFilter(new AccessRule(Access.ROLES, Set.of("user")), ContainersCaller.NOBODY);

    assertThat(challenge(filter.refusal(by("alice", "user", null))))
        .isEqualTo("Bearer realm=\"cloakroom\"");
  }

  @Test
  @Tag("B4")
  void callerWithoutTheRole_is403() {
    assertThat(users.refusal(by("alice", "other", null))).map(Answer::status).contains(403);
    assertThat(users.refusal(by("alice", null, null))).map(Answer::status).contains(403);
  }

  @Test
  void forNobody_is403WhoeverAsks() {
    assertThat(nobody.refusal(by("alice", "admin", null))).map(Answer::status).contains(403);
    assertThat(nobody.refusal(by(null, null, null))).map(Answer::status).contains(403);
  }

  @Test
  @Tag("B4")
  void anonymous_isChallengedByWhatTheMechanismSaw() {
    Refusal invalid = Refusal.bearer(Reason.INVALID_TOKEN);

    assertThat(challenge(users.refusal(by(null, null, null))))
        .isEqualTo("Bearer realm=\"cloakroom\"");
    assertThat(challenge(users.refusal(by(null, null, invalid))))
        .contains("error=\"invalid_token\"");
  }

  @Test
  @Tag("G7")
  void anonymousBecauseTheStoreIsDown_is503() {
    assertThat(users.refusal(by(null, null, Refusal.cookie(Reason.UNAVAILABLE))))
        .map(Answer::status)
        .contains(503);
  }

  @Test
  void filter_letsThroughWithoutAborting() {
    ContainerRequestContext request = by("alice", "user", null);

    users.filter(request); // abortWith is not supported by the stub: it would throw

    assertThat(users.refusal(request)).isEmpty();
  }
}
