package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The examples of httpr's "Cookie Handling", line by line in Java. Above each is the Python that it
 * is the twin of; none has more lines.
 */
class CookieHandlingTwinTest {
  private static final String COOKIES = "cookies";

  private final PlayedServer httpbin = Httpbin.start();
  private final PlayedServer shop = new PlayedLogin().server;
  private final String url = httpbin.address();

  @AfterEach
  void stop() {
    httpbin.close();
    shop.close();
  }

  // client = httpr.Client(cookie_store=True)  # Default
  // client.get("https://httpbin.org/cookies/set?session=abc123")
  // response = client.get("https://httpbin.org/cookies")
  // print(response.json())  # {"cookies": {"session": "abc123"}}
  @Test
  void defaultBehavior() {
    LoginClient client = LoginClient.of(url);
    client.get("/cookies/set?session=abc123");
    ClientResponse response = client.get("/cookies");
    assertThat(response.json()).isEqualTo(Map.of(COOKIES, Map.of("session", "abc123")));
  }

  // client = httpr.Client(cookie_store=False)
  // client.get("https://httpbin.org/cookies/set?session=abc123")
  // response = client.get("https://httpbin.org/cookies")
  // print(response.json())  # {"cookies": {}}
  @Test
  void statelessRequests() {
    LoginClient client = LoginClient.at(url).withoutCookieStore().build();
    client.get("/cookies/set?session=abc123");
    ClientResponse response = client.get("/cookies");
    assertThat(response.json()).isEqualTo(Map.of(COOKIES, Map.of()));
  }

  // client = httpr.Client(
  //     cookies={
  //         "session": "abc123",
  //         "user_id": "456"
  //     }
  // )
  // response = client.get("https://httpbin.org/cookies")
  // print(response.json())  # {"cookies": {"session": "abc123", "user_id": "456"}}
  @Test
  void initialCookies() {
    Map<String, String> cookies = Map.of("session", "abc123", "user_id", "456");
    LoginClient client = LoginClient.at(url).cookies(cookies).build();
    assertThat(client.get("/cookies").json()).isEqualTo(Map.of(COOKIES, cookies));
  }

  // client = httpr.Client(cookies={"persistent": "value1"})
  // response = client.get(
  //     "https://httpbin.org/cookies",
  //     cookies={"temporary": "value2"}
  // )
  // print(response.json())  # {"cookies": {"persistent": "value1", "temporary": "value2"}}
  @Test
  void perRequestCookies() {
    LoginClient client = LoginClient.at(url).cookie("persistent", "value1").build();
    ClientResponse response =
        client.send(ClientRequest.get("/cookies").cookie("temporary", "value2"));
    assertThat(response.json())
        .isEqualTo(Map.of(COOKIES, Map.of("persistent", "value1", "temporary", "value2")));
    assertThat(client.cookies().toMap()).containsOnlyKeys("persistent");
  }

  // response = httpr.get("https://httpbin.org/cookies/set?name=value")
  // print(response.cookies)  # {"name": "value"}
  @Test
  void readingFromAResponse() {
    ClientResponse response = LoginClient.of(url).get("/cookies/set?name=value");
    assertThat(response.cookies()).isEqualTo(Map.of("name", "value"));
  }

  // client = httpr.Client(cookies={"initial": "cookie"})
  // print(client.cookies)  # {"initial": "cookie"}
  // client.get("https://httpbin.org/cookies/set?new=cookie")
  // # Note: client.cookies may not reflect all cookies from cookie_store
  @Test
  void readingFromTheClient() {
    LoginClient client = LoginClient.at(url).cookie("initial", "cookie").build();
    assertThat(client.cookies().toMap()).isEqualTo(Map.of("initial", "cookie"));
    client.get("/cookies/set?new=cookie");
    assertThat(client.cookies().toMap()).containsOnlyKeys("initial", "new");
  }

  // client = httpr.Client()
  // client.cookies = {"session": "new-session-id"}
  // print(client.cookies)  # {"session": "new-session-id"}
  // client = httpr.Client(cookies={"old": "cookie"})
  // client.cookies = {}
  @Test
  void settingAndClearing() {
    LoginClient client = LoginClient.of(url);
    client.cookies().replaceAll(Map.of("session", "new-session-id"));
    assertThat(client.cookies().toMap()).isEqualTo(Map.of("session", "new-session-id"));
    client.cookies().clear();
    assertThat(client.cookies().toMap()).isEmpty();
  }

  // response = httpr.get(
  //     "https://httpbin.org/headers",
  //     cookies={"name1": "value1", "name2": "value2"}
  // )
  // headers = response.json()["headers"]
  // print(headers["Cookie"])  # "name1=value1; name2=value2"
  @Test
  void oneCookieHeader() {
    ClientRequest request =
        ClientRequest.get("/headers").cookie("name1", "value1").cookie("name2", "value2");
    Map<String, Object> headers = Json.object(LoginClient.of(url).send(request).json(), "headers");
    assertThat(headers).containsEntry("Cookie", "name1=value1; name2=value2");
  }

  // client = httpr.Client(
  //     cookies={"session": "test-session-token"},
  //     cookie_store=False  # Don't persist new cookies
  // )
  // response = client.get("https://api.example.com/protected")
  // assert response.status_code == 200
  @Test
  void testingWithSpecificCookies() {
    LoginClient client =
        LoginClient.at(url).cookie("session", "test-session-token").withoutCookieStore().build();
    client.get("/cookies/set?session=other");
    assertThat(client.get("/cookies").json())
        .isEqualTo(Map.of(COOKIES, Map.of("session", "test-session-token")));
  }

  // class MultiUserClient:
  //     def __init__(self, base_url: str):
  //         self.base_url = base_url
  //         self.sessions: dict[str, httpr.Client] = {}
  //     def get_session(self, user_id: str) -> httpr.Client:
  //         if user_id not in self.sessions:
  //             self.sessions[user_id] = httpr.Client(cookie_store=True)
  //         return self.sessions[user_id]
  //     def login(self, user_id: str, credentials: dict) -> bool:
  //         client = self.get_session(user_id)
  //         response = client.post(f"{self.base_url}/login", data=credentials)
  //         return response.status_code == 200
  @Test
  void multipleSessions() {
    Map<String, LoginClient> sessions = new HashMap<>();
    LoginClientBuilder each = LoginClient.at(shop.address());
    for (String user : new String[] {"alice", "bob", "alice"}) {
      sessions.computeIfAbsent(user, any -> each.build()).login(user, "123");
    }
    sessions.forEach((user, client) -> assertThat(client.get("/me").text()).contains(user));
    assertThat(sessions).hasSize(2);
  }

  // client = httpr.Client(
  //     headers={"X-Custom": "header"},
  //     cookies={"session": "abc"}
  // )
  // print(client.headers)   # {"x-custom": "header"} - no Cookie header
  // print(client.cookies)   # {"session": "abc"}
  @Test
  void headerExclusion() {
    LoginClient client =
        LoginClient.at(url).header("X-Custom", "header").cookie("session", "abc").build();
    assertThat(client.headers().toString()).isEqualTo("{X-Custom=[header]}");
    assertThat(client.cookies().toMap()).isEqualTo(Map.of("session", "abc"));
  }

  // async with httpr.AsyncClient(cookie_store=True) as client:
  //     await client.get("https://httpbin.org/cookies/set?async=cookie")
  //     response = await client.get("https://httpbin.org/cookies")
  //     print(response.json())  # {"cookies": {"async": "cookie"}}
  @Test
  void asyncClient() {
    AsyncLoginClient client = LoginClient.of(url).async();
    CompletableFuture<ClientResponse> response =
        client.get("/cookies/set?async=cookie").thenCompose(set -> client.get("/cookies"));
    assertThat(response.join().json()).isEqualTo(Map.of(COOKIES, Map.of("async", "cookie")));
  }

  // client = httpr.Client()
  // response = client.get(
  //     "https://httpbin.org/cookies",
  //     cookies={"temporary": "cookie-value"}
  // )
  // print(response.json())  # {"cookies": {"temporary": "cookie-value"}}
  @Test
  void temporaryCookie() {
    ClientRequest request = ClientRequest.get("/cookies").cookie("temporary", "cookie-value");
    ClientResponse response = LoginClient.of(url).send(request);
    assertThat(response.json()).isEqualTo(Map.of(COOKIES, Map.of("temporary", "cookie-value")));
  }

  // def debug_cookies(url: str):
  //     client = httpr.Client(cookie_store=True)
  //     print(f"Initial cookies: {client.cookies}")
  //     response = client.get(url)
  //     print(f"Response cookies: {response.cookies}")
  //     print(f"Client cookies after: {client.cookies}")
  //     return response
  // debug_cookies("https://httpbin.org/cookies/set?debug=true")
  @Test
  void debugCookies() {
    LoginClient client = LoginClient.of(url);
    assertThat(client.cookies().toMap()).isEmpty();
    ClientResponse response = client.get("/cookies/set?debug=true");
    assertThat(response.cookies()).isEqualTo(Map.of("debug", "true"));
    assertThat(client.cookies()).hasToString("[debug=*** for 127.0.0.1/]");
  }
}
