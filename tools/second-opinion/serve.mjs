/**
 * Starts the independent GitHub emulator with one repository, says where it listens, and ends when its input ends, so
 * that it cannot outlive the test that started it. Needs Node 24.
 */
import { createServer } from "node:net";
import { createEmulator } from "emulate";

/** The emulator wants to be told its port. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const port = await freePort();
const emulator = await createEmulator({
  service: "github",
  port,
  seed: {
    tokens: { "second-opinion": { login: "octo", scopes: ["repo"] } },
    github: {
      users: [{ login: "octo", name: "Octo", email: "octo@example.com" }],
      repos: [{ owner: "octo", name: "plans", auto_init: true }],
    },
  },
});
console.log(`http://127.0.0.1:${port}`);

process.stdin.resume();
process.stdin.on("end", async () => {
  await emulator.close();
  process.exit(0);
});
