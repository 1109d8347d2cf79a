package dev.cloakroom.it.answers.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@ApplicationPath("rest")
public class AnswerApplication extends Application {}
