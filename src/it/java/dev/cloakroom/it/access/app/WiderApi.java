package dev.cloakroom.it.access.app;

/** An interface above which there is another. */
public interface WiderApi extends Api {}
