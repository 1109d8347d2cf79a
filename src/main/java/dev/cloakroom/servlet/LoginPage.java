package dev.cloakroom.servlet;

import dev.cloakroom.config.LoginPageSettings;
import dev.cloakroom.config.LoginSettings;
import dev.cloakroom.crossorigin.Referer;
import dev.cloakroom.crossorigin.TrustedProxies;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.LocalTarget;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.http.Requester;
import dev.cloakroom.http.StepUp;
import dev.cloakroom.servlet.LoginExchange.Refused;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The application's login page, if one is configured, and the way there and back. Paths are those
 * of the settings, below the application's context path. Safe for use by several threads.
 */
public final class LoginPage {
  private static final String NAME = LoginPage.class.getName();
  private static final String NEXT = "next";
  private static final Set<String> METHODS_OF_VISITORS = Set.of("GET", "POST");

  private final LoginSettings settings;
  private final TrustedProxies proxies;

  /**
   * The page that the settings name.
   *
   * @param proxies say by which host a client knows this server
   */
  public LoginPage(LoginSettings settings, TrustedProxies proxies) {
    this.settings = settings;
    this.proxies = proxies;
  }

  /** Has it found by the requests of an application, which is cheaper than to look up a bean. */
  public void tell(ServletContext application) {
    application.setAttribute(NAME, this);
  }

  /** That of the application that a request goes to; null where none was told. */
  public static @Nullable LoginPage told(HttpServletRequest request) {
    return (LoginPage) request.getServletContext().getAttribute(NAME);
  }

  /**
   * The answer to a request that is refused: for somebody in front of a page who could log in, the
   * way to the login page, as what they sent it with understands it; for everybody else the
   * refusal.
   */
  public Answer orElse(Refusal refusal, HttpServletRequest request) {
    Answer plain = refusal.answer();
    if (plain.status() != 401 || refusal.presented() == Refusal.Presented.BEARER) {
      return plain;
    }
    Requester requester = Requester.of(request::getHeader);
    return requester == Requester.PROGRAM || isAtStepUpPage(refusal, request)
        ? plain
        : withNext(refusal, request, requester)
            .map(target -> led(requester, target, plain, request))
            .orElse(plain);
  }

  private static Answer led(
      Requester requester, LocalTarget target, Answer plain, HttpServletRequest request) {
    return switch (requester) {
      case VISITOR ->
          METHODS_OF_VISITORS.contains(request.getMethod()) ? Answer.seeOther(target) : plain;
      case HTMX -> plain.with("HX-Redirect", target.value());
      case FACES -> Answer.partialRedirect(target);
      case PROGRAM -> plain;
    };
  }

  /** Whether there is one. */
  public boolean isConfigured() {
    return settings.page().target() != null;
  }

  /** The page itself; empty if none is configured. */
  public Optional<LocalTarget> of(HttpServletRequest request) {
    return target(settings.page().target(), request, "");
  }

  /**
   * The page, with the reason why a login failed, how many seconds the next one has to wait, if it
   * has to, and where it was to lead.
   */
  public Optional<LocalTarget> withReason(
      HttpServletRequest request, Refused refused, @Nullable String next) {
    return withReason(errorPage(), request, refused, next);
  }

  private @Nullable String errorPage() {
    LoginPageSettings pages = settings.page();
    return pages.errorTarget() == null ? pages.target() : pages.errorTarget();
  }

  /**
   * The same, of the page where a second factor is proven; where there is none, of the page that a
   * failed login leads to.
   */
  public Optional<LocalTarget> ofFactor(
      HttpServletRequest request, Refused refused, @Nullable String next) {
    String page = settings.page().factorTarget();
    return withReason(page == null ? errorPage() : page, request, refused, next);
  }

  /** The same, of the page where somebody proves more who is logged in; empty without one. */
  public Optional<LocalTarget> ofStepUp(
      HttpServletRequest request, Refused refused, @Nullable String next) {
    LoginPageSettings pages = settings.page();
    String page = pages.stepUpTarget() == null ? pages.factorTarget() : pages.stepUpTarget();
    return withReason(page, request, refused, next);
  }

  private static Optional<LocalTarget> withReason(
      @Nullable String page, HttpServletRequest request, Refused refused, @Nullable String next) {
    String why = "reason=" + refused.reason().code() + waiting(refused.retryAfter());
    return LocalTarget.parse(next)
        .flatMap(local -> target(page, request, why + "&" + parameter(local)))
        .or(() -> target(page, request, why));
  }

  private static String waiting(@Nullable Duration wait) {
    return wait == null ? "" : "&wait=" + Answer.seconds(wait);
  }

  private Optional<LocalTarget> withNext(
      Refusal refusal, HttpServletRequest request, Requester requester) {
    String page = page(refusal);
    String why = asked(refusal);
    return WayBack.of(request, requester, proxies.host(request))
        .filter(back -> !isAt(request, back))
        .flatMap(back -> target(page, request, joined(why, parameter(back))))
        .or(() -> target(page, request, why));
  }

  private @Nullable String page(Refusal refusal) {
    StepUp asked = refusal.stepUp();
    return asked == null ? settings.page().target() : settings.page().stepUpPage(asked.level());
  }

  /** A page that asks for what it is there to prove would lead to itself for ever. */
  private boolean isAtStepUpPage(Refusal refusal, HttpServletRequest request) {
    String page = page(refusal);
    return refusal.stepUp() != null
        && page != null
        && WayBack.path(request)
            .equals(request.getContextPath() + LoginPageSettings.withoutQuery(page));
  }

  /** What must be proven, for the page that asks for it. */
  private static String asked(Refusal refusal) {
    return refusal.stepUp() == null
        ? ""
        : "reason=" + refusal.reason().code() + "&" + refusal.stepUp().query();
  }

  private static String joined(String parameters, String last) {
    return parameters.isEmpty() ? last : parameters + "&" + last;
  }

  private static String parameter(LocalTarget next) {
    return NEXT + "=" + URLEncoder.encode(next.value(), StandardCharsets.UTF_8);
  }

  /**
   * Where a form asks to be led: what it says itself, else what the address of the login page says
   * that it was sent from.
   *
   * @param field what the form says; null or empty if it does not
   */
  public @Nullable String next(HttpServletRequest request, @Nullable String field) {
    return field == null || field.isEmpty()
        ? Referer.at(proxies.host(request), request.getHeader("Referer"))
            .filter(page -> isAt(request, page.target()))
            .flatMap(page -> page.parameter(NEXT))
            .orElse(field)
        : field;
  }

  /** Where a login by form leads: to what it asked for if that is local, else the default. */
  public LocalTarget afterLogin(HttpServletRequest request, @Nullable String next) {
    return LocalTarget.parse(next)
        .or(() -> LocalTarget.parse(request.getContextPath() + settings.defaultTarget()))
        .orElseThrow();
  }

  private boolean isAt(HttpServletRequest request, LocalTarget place) {
    String context = request.getContextPath();
    return place.path().startsWith(context)
        && settings.page().leadBackFrom(place.path().substring(context.length()));
  }

  private static Optional<LocalTarget> target(
      @Nullable String page, HttpServletRequest request, String parameters) {
    if (page == null) {
      return Optional.empty();
    }
    String separator = parameters.isEmpty() ? "" : page.indexOf('?') < 0 ? "?" : "&";
    return LocalTarget.parse(request.getContextPath() + page + separator + parameters);
  }
}
