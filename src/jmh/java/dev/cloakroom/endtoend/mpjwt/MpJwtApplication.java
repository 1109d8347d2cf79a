package dev.cloakroom.endtoend.mpjwt;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/**
 * The demo's resources for callers with a token that the server itself verifies. It is a CDI bean
 * because Payara looks for {@code @LoginConfig} on beans only.
 */
@ApplicationScoped
@ApplicationPath("/api")
@LoginConfig(authMethod = "MP-JWT")
@DeclareRoles({"user", "admin"})
public class MpJwtApplication extends Application {}
