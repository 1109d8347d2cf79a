package dev.cloakroom.config;

/** By which headers trusted proxies say what they were asked. */
public enum ProxyHeaders {
  /** {@code X-Forwarded-For}, {@code -Proto}, {@code -Host} and {@code -Port}. */
  X_FORWARDED,
  /** {@code Forwarded} of RFC 7239. */
  FORWARDED
}
