package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Examples of Python guides to login state, line by line in Java: with {@code requests} a session,
 * a token and a pair of tokens, with {@code httpx} a login and a logout. Above each is the Python
 * that it is the twin of; none has more lines.
 */
class LoginTwinsTest {
  private final PlayedServer server = new PlayedLogin().server;
  private final String url = server.address();

  @AfterEach
  void stop() {
    server.close();
  }

  // s = requests.Session()
  // login_resp = s.post("https://api.example.com/login", json={"user": "test", "pwd": "123"})
  // profile_resp = s.get("https://api.example.com/profile")
  // order_resp = s.get("https://api.example.com/orders")
  @Test
  void sessionKeepsTheCookie() {
    LoginClient s = LoginClient.of(url);
    ClientResponse login = s.post("/login", Body.json(Map.of("user", "test", "pwd", "123")));
    ClientResponse profile = s.get("/profile");
    assertThat(List.of(login, profile, s.get("/orders"))).allMatch(ClientResponse::isOk);
  }

  // resp = requests.post("/login", json=creds)
  // token = resp.json()["token"]
  // headers = {"Authorization": f"Bearer {token}"}
  // requests.get("/profile", headers=headers)
  @Test
  void tokenByHand() {
    ClientResponse resp = LoginClient.of(url).post("/login", Body.json(CREDENTIALS));
    String token = String.valueOf(resp.json().get("token"));
    ClientRequest asked = ClientRequest.get("/profile").header("Authorization", "Bearer " + token);
    assertThat(LoginClient.of(url).send(asked).status()).isEqualTo(200);
  }

  private static final Map<String, String> CREDENTIALS =
      Map.of("username", "user1", "password", "123");

  // class UserClient:
  //     def __init__(self, base_url):
  //         self.s = requests.Session()
  //         self.base_url = base_url
  //     def login(self, user, pwd):
  //         self.s.post(f"{self.base_url}/login", json={"user": user, "pwd": pwd})
  //     def get_profile(self):
  //         return self.s.get(f"{self.base_url}/profile")
  // user1 = UserClient("https://api.test.com")
  // user1.login("alice", "123")
  // resp = user1.get_profile()  # automatically carries login state
  @Test
  void reusableClient() {
    LoginClient user1 = LoginClient.of(url);
    user1.login("alice", "123");
    ClientResponse resp = user1.get("/profile");
    assertThat(resp.json()).containsEntry("name", "alice");
  }

  // s = requests.Session()
  // login_resp = s.post("https://api.example.com/login", json={"user": "test", "pwd": "123"})
  // resp = s.get("https://api.example.com/profile")
  // print(resp.request.headers)  # check Cookie or Authorization
  // print(s.cookies.get_dict())  # should contain session_id
  @Test
  void debugging() {
    LoginClient s = LoginClient.of(url);
    s.login("alice", "123");
    ClientResponse resp = s.get("/profile");
    assertThat(resp.request().headers()).containsOnlyKeys("Authorization", "Cookie");
    assertThat(s.cookies().toMap()).containsKey("sid");
  }

  // data = {
  //     "username": "user1",
  //     "password": "pass1",
  // }
  // session = requests.Session()
  // response = session.post(url, data=data)
  // assert response.status_code == 200, "login failed"
  // response = session.get(url)
  // assert response.status_code == 200, "access failed"
  @Test
  void sessionByForm() {
    LoginClient session = LoginClient.of(url);
    ClientResponse response = session.post("/login", Body.form(CREDENTIALS));
    assertThat(response.status()).isEqualTo(200);
    assertThat(session.get("/protected").status()).isEqualTo(200);
  }

  // tokens = response.json()
  // access_token, refresh_token = tokens["accessToken"], tokens["refreshToken"]
  // headers = {"Authorization": f"Bearer {refresh_token}"}
  // response = requests.post(url, headers=headers)
  // new_access_token = response.json().get("accessToken")
  // headers = {"Authorization": f"Bearer {new_access_token}"}
  // response = requests.get(url, headers=headers)
  @Test
  void pairOfTokens_renewsItself() {
    LoginClient client = LoginClient.at(url).show(Credentials.BEARER).build();
    client.login("user1", "123");
    LoginClient service = LoginClient.at(url).refreshToken("refresh-2").build();
    ClientResponse response = service.get("/protected");
    assertThat(response.status()).isEqualTo(200);
    assertThat(server.lines()).endsWith("POST /refresh", "GET /protected");
  }

  // client = httpx.Client(base_url="https://api.example.com")
  // response = client.post(
  //     "/login",
  //     json={"username": "testuser", "password": "testpass"}
  // )
  // assert response.status_code == 200
  // assert len(client.cookies) > 0
  // profile_response = client.get("/profile")
  // assert profile_response.status_code == 200
  @Test
  void login() {
    LoginClient client = LoginClient.of(url);
    client.login("testuser", "123");
    assertThat(client.cookies().list()).isNotEmpty();
    assertThat(client.get("/profile").status()).isEqualTo(200);
  }

  // client = httpx.Client(base_url="https://api.example.com")
  // client.post("/login", json={"username": "test", "password": "pass"})
  // response = client.post("/logout")
  // assert response.status_code == 200
  // profile_response = client.get("/profile")
  // assert profile_response.status_code == 401
  @Test
  void logout() {
    LoginClient client = LoginClient.of(url);
    client.login("test", "123");
    client.logout();
    assertThat(client.get("/profile").status()).isEqualTo(401);
  }

  // def login_with_token():
  //     response = requests.post(url, json=data)
  //     token = response.json().get("token")
  //     return token
  // token = login_with_token()
  // headers = {
  //     "Authorization": f"Bearer {token}"
  // }
  // response = requests.get(url, headers=headers)
  // assert response.status_code == 200, "access failed"
  @Test
  void tokenAuthentication() {
    LoginClient client = LoginClient.at(url).show(Credentials.BEARER).build();
    client.login("user1", "123");
    assertThat(client.get("/protected").status()).isEqualTo(200);
    assertThat(server.last().header("Authorization")).isEqualTo("Bearer access-2");
  }

  // class ApiSession:
  //     def __init__(self, base_url: str):
  //         self.base_url = base_url
  //         self.client = httpr.Client(cookie_store=True)
  //     def login(self, username: str, password: str) -> bool:
  //         response = self.client.post(
  //             f"{self.base_url}/login",
  //             data={"username": username, "password": password}
  //         )
  //         return response.status_code == 200
  //     def get_profile(self) -> dict:
  //         response = self.client.get(f"{self.base_url}/profile")
  //         return response.json()
  //     def logout(self):
  //         self.client.post(f"{self.base_url}/logout")
  //         self.client.cookies = {}
  //     def close(self):
  //         self.client.close()
  // session = ApiSession("https://api.example.com")
  // session.login("user", "password")
  // profile = session.get_profile()
  // session.logout()
  // session.close()
  @Test
  void sessionManagement() {
    LoginClient session = LoginClient.at(url).show(Credentials.COOKIE).build();
    session.login("user", "123");
    Map<String, Object> profile = session.get("/profile").json();
    session.logout();
    assertThat(profile).containsEntry("name", "user");
    assertThat(session.cookies().list()).isEmpty();
    session.close();
  }
}
