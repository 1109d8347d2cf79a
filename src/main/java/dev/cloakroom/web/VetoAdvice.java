package dev.cloakroom.web;

/**
 * What to do about a server that does not let Cloakroom log callers in, for whoever runs it.
 *
 * @param text one line
 */
public record VetoAdvice(String text) {}
