package dev.cloakroom.it.cost.mpjwt;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/**
 * At {@code api}, for callers with a token that the server itself verifies. A bean because Payara
 * looks for {@code @LoginConfig} on beans only.
 */
@ApplicationScoped
@ApplicationPath("api")
@LoginConfig(authMethod = "MP-JWT")
@DeclareRoles("user")
public class MpJwtApplication extends Application {}
