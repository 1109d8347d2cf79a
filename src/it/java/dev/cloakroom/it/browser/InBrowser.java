package dev.cloakroom.it.browser;

import dev.cloakroom.it.process.OnServerWith;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class whose constructor takes {@link Browsers}, and a server that runs the {@link
 * BankWars}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserExtension.class)
@OnServerWith(BankWars.class)
@interface InBrowser {}
