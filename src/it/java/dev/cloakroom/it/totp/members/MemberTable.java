package dev.cloakroom.it.totp.members;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The application's own table, of two members. */
@ApplicationScoped
public class MemberTable {

  @Resource
  @SuppressWarnings("NullAway.Init")
  private DataSource members;

  void create(@Observes @Initialized(ApplicationScoped.class) Object started) throws SQLException {
    try (Connection connection = members.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists member");
      statement.execute("create table member (name varchar(80), factors varchar(2000))");
      statement.execute("insert into member (name) values ('user-own')");
      statement.execute("insert into member (name) values ('user-other')");
    }
  }
}
