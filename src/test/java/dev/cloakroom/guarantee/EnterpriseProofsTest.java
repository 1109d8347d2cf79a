package dev.cloakroom.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.AuthenticationLevel;
import dev.cloakroom.Fresh;
import dev.cloakroom.access.GuardedTypes;
import dev.cloakroom.access.KnownTypes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A container of Enterprise Beans asks for no proof: what does not stand before it is told. */
@Tag("G7")
class EnterpriseProofsTest {
  private static final GuardedTypes NOTHING = new GuardedTypes();

  @Stateless
  @AuthenticationLevel(2)
  static class Vault {}

  @Stateless
  @RolesAllowed("user")
  static class Roles {}

  interface Api {
    @Fresh
    void pay();
  }

  @Stateless
  static class Paying implements Api {
    @Override
    public void pay() {}
  }

  @Stateless
  static class PayingToo implements Api {
    @Override
    public void pay() {}
  }

  @MessageDriven
  static class Listening {
    @Fresh
    public void onMessage() {}
  }

  @Singleton
  static class Ticking {
    @Schedule(hour = "*")
    @Fresh
    public void hourly() {}

    @Timeout
    @AuthenticationLevel(2)
    public void late() {}

    @Fresh
    public void called() {}
  }

  private static List<String> early(GuardedTypes known, Class<?> type) {
    return new Guarantee(List.of(type), known, ResourceGuard.NONE).early();
  }

  private static Set<Class<?>> classes(Class<?>... types) {
    return Set.of(types);
  }

  @Test
  void beanThatIsIntercepted_isHeld_andOneThatIsOnlyContainedIsNot() {
    assertThat(early(KnownTypes.of(classes(Vault.class), classes(Vault.class)), Vault.class))
        .isEmpty();

    assertThat(early(KnownTypes.of(classes(Vault.class), classes()), Vault.class))
        .containsExactly(Vault.class.getName() + " " + EnterpriseProofs.UNHELD);
    assertThat(early(KnownTypes.stripped(classes(Vault.class)), Vault.class)).hasSize(1);
  }

  /** As where the archive is none that CDI looks at. */
  @Test
  void beanThatNothingIsKnownOf_isNotHeld_andItsRolesAreItsContainers() {
    assertThat(early(NOTHING, Vault.class)).hasSize(1);
    assertThat(early(NOTHING, Roles.class)).isEmpty();
  }

  @Test
  void interfaceOfTwoBeans_isHeldWhereBothAre() {
    Set<Class<?>> both = classes(Paying.class, PayingToo.class);

    assertThat(early(KnownTypes.of(both, both), Api.class)).isEmpty();
    assertThat(early(KnownTypes.of(both, classes(Paying.class)), Api.class))
        .containsExactly(Api.class.getName() + " " + EnterpriseProofs.UNHELD);
  }

  @Test
  void placesThatTheContainerCalls_areNamed_andThoseThatCallersCallAreNot() {
    GuardedTypes known =
        KnownTypes.of(classes(Ticking.class), classes(Ticking.class, Listening.class));

    assertThat(early(known, Ticking.class))
        .containsExactly(
            Ticking.class.getName() + ".hourly " + EnterpriseProofs.UNREACHED,
            Ticking.class.getName() + ".late " + EnterpriseProofs.UNREACHED);
    assertThat(early(known, Listening.class))
        .containsExactly(Listening.class.getName() + ".onMessage " + EnterpriseProofs.UNREACHED);
  }
}
