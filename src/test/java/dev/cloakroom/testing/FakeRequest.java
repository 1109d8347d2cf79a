package dev.cloakroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as a container would hand it over, by HTTPS unless told otherwise, in an application
 * whose context path is {@code /app}.
 */
public final class FakeRequest extends FakeExchange {
  private final String method;
  private final String path;
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Object> attributes = new HashMap<>();
  private byte[] body = new byte[0];
  private long declaredLength = -1;
  private boolean secure = true;
  private @Nullable String pathInfo;
  private @Nullable String query;
  private @Nullable FakeSession session;
  private @Nullable FakeResponse cookiesGoTo;
  private boolean loggedOut;

  private FakeRequest(String method, String path) {
    this.method = method;
    this.path = path;
    header("Host", "shop.test");
  }

  @Override
  public String getServerName() {
    return "shop.test";
  }

  /** A request with a method. */
  public static FakeRequest of(String method, String path) {
    return new FakeRequest(method, path);
  }

  /** A GET request. */
  public static FakeRequest get(String path) {
    return of("GET", path);
  }

  /** A POST request. */
  public static FakeRequest post(String path) {
    return of("POST", path);
  }

  /** This request with one more header of that name. */
  public FakeRequest header(String name, String value) {
    headers.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    return this;
  }

  /** This request with an access or refresh token. */
  public FakeRequest bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  /** This request with one more {@code Cookie} header. */
  public FakeRequest cookie(String pair) {
    return header("Cookie", pair);
  }

  /** This request with a body of a type. */
  public FakeRequest body(String contentType, String text) {
    return body(contentType, text.getBytes(UTF_8));
  }

  /** This request with a body of a type. */
  public FakeRequest body(String contentType, byte[] bytes) {
    body = bytes.clone();
    return header("Content-Type", contentType);
  }

  /** This request with the length that its header declares, whatever the body has. */
  public FakeRequest declaring(long length) {
    declaredLength = length;
    return this;
  }

  /** This request by plain HTTP. */
  public FakeRequest plain() {
    secure = false;
    return this;
  }

  /** This request as it comes from an address, to a host by this name. */
  public FakeRequest from(String address, String host) {
    headers.put("Host", new ArrayList<>(List.of(host)));
    comesFrom(address);
    return this;
  }

  /** This request with what follows the path that its servlet is mapped to. */
  public FakeRequest pathInfo(String text) {
    pathInfo = text;
    return this;
  }

  /** This request with a query. */
  public FakeRequest query(String text) {
    query = text;
    return this;
  }

  /** This request of a client that has joined a session of the container. */
  public FakeRequest in(FakeSession containerSession) {
    session = containerSession;
    return this;
  }

  /** Has the container set its session's cookie on a response, past every wrapper of it. */
  public FakeRequest settingCookiesOn(FakeResponse response) {
    cookiesGoTo = response;
    return this;
  }

  /** Whether the container was told that the caller logs out. */
  public boolean isLoggedOut() {
    return loggedOut;
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public String getServletPath() {
    return path;
  }

  @Override
  public @Nullable String getPathInfo() {
    return pathInfo;
  }

  @Override
  public @Nullable String getQueryString() {
    return query;
  }

  @Override
  public String getRequestURI() {
    return "/app" + path + (pathInfo == null ? "" : pathInfo);
  }

  @Override
  public @Nullable String getHeader(String name) {
    List<String> values = headers.get(name);
    return values == null ? null : values.get(0);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return Collections.enumeration(headers.getOrDefault(name, List.of()));
  }

  @Override
  public @Nullable String getContentType() {
    return getHeader("Content-Type");
  }

  @Override
  public long getContentLengthLong() {
    return declaredLength;
  }

  @Override
  public ServletInputStream getInputStream() {
    return new BytesIn(body);
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return attributes.get(name);
  }

  @Override
  public void setAttribute(String name, Object value) {
    attributes.put(name, value);
  }

  @Override
  public void removeAttribute(String name) {
    attributes.remove(name);
  }

  @Override
  public HttpSession getSession() {
    return session == null ? begun() : session;
  }

  @Override
  public @Nullable HttpSession getSession(boolean create) {
    return create ? getSession() : session;
  }

  private FakeSession begun() {
    FakeSession begun = new FakeSession();
    session = begun;
    setSessionCookie(begun);
    return begun;
  }

  @Override
  public String changeSessionId() {
    FakeSession renamed = session;
    if (renamed == null) {
      throw new IllegalStateException("no session");
    }
    renamed.rename("second");
    setSessionCookie(renamed);
    return renamed.getId();
  }

  private void setSessionCookie(FakeSession of) {
    if (cookiesGoTo != null) {
      cookiesGoTo.addHeader("Set-Cookie", "JSESSIONID=" + of.getId() + "; Path=/app");
    }
  }

  @Override
  public void logout() {
    loggedOut = true;
  }
}
