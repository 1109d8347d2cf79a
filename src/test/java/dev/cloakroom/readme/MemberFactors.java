package dev.cloakroom.readme;

import dev.cloakroom.FactorStore;
import dev.cloakroom.StoreUnavailableException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class MemberFactors implements FactorStore {

  @Resource
  @SuppressWarnings("NullAway.Init")
  private DataSource members;

  @Override
  public @Nullable String find(String callerName) {
    try (Connection connection = members.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select factors from member where name = ?")) {
      query.setString(1, callerName);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    } catch (SQLException e) {
      throw new StoreUnavailableException("The members cannot be read.", e);
    }
  }

  @Override
  public boolean replace(String callerName, @Nullable String expected, @Nullable String next) {
    String update =
        expected == null
            ? "update member set factors = ? where name = ? and factors is null"
            : "update member set factors = ? where name = ? and factors = ?";
    try (Connection connection = members.getConnection();
        PreparedStatement statement = connection.prepareStatement(update)) {
      statement.setString(1, next);
      statement.setString(2, callerName);
      if (expected != null) {
        statement.setString(3, expected);
      }
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new StoreUnavailableException("The members cannot be written.", e);
    }
  }
}
