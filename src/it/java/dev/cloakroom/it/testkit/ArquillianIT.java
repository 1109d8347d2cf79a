package dev.cloakroom.it.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.cloakroom.it.WithoutServer;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * The kit beside Arquillian's own extension, in each order of the two. They run in a JUnit of their
 * own: that extension stops its server when its JUnit ends, and no other may run meanwhile.
 */
@WithoutServer
class ArquillianIT {
  private static final int TESTS = 3;

  @Test
  void callers_areLoggedIn_whicheverExtensionIsFirst() {
    LauncherDiscoveryRequest tests =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                selectClass(ByArquillian.KitFirst.class), selectClass(ByArquillian.KitLast.class))
            .build();
    SummaryGeneratingListener heard = new SummaryGeneratingListener();

    LauncherFactory.create().execute(tests, heard);

    TestExecutionSummary summary = heard.getSummary();
    assertThat(summary.getFailures())
        .as("failures")
        .extracting(TestExecutionSummary.Failure::getException)
        .isEmpty();
    assertThat(summary.getTestsSucceededCount()).isEqualTo(2 * TESTS);
  }
}
