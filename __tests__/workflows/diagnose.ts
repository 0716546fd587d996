import { spawn } from "node:child_process";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri: string; readonly diagnostics: readonly { readonly message: string }[] };
}

const SERVER = "node_modules/@actions/languageserver/bin/actions-languageserver";
const URI = "file:///repository/action.yml";

/** What GitHub's language server says about the text of an action.yml; empty when all is well. */
export function diagnoseAction(text: string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const server = spawn(process.execPath, [SERVER, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    server.on("error", reject);
    server.on("exit", () => reject(new Error("The language server ended without an answer.")));
    const send = (message: object): void => {
      const body = JSON.stringify({ jsonrpc: "2.0", ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    readMessages(server.stdout, ({ id, method, params }) => {
      if (id === 1 && method === undefined) {
        send({ method: "initialized", params: {} });
        const textDocument = { uri: URI, languageId: "yaml", version: 1, text };
        send({ method: "textDocument/didOpen", params: { textDocument } });
      } else if (id !== undefined && method !== undefined) {
        send({ id, result: null });
      } else if (method === "textDocument/publishDiagnostics" && params) {
        server.kill();
        resolve(params.diagnostics.map(({ message }) => message));
      }
    });
    const initializationOptions = { logLevel: 4 };
    const params = {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      workspaceFolders: [],
      initializationOptions,
    };
    send({ id: 1, method: "initialize", params });
  });
}

function readMessages(stream: NodeJS.ReadableStream, take: (message: Message) => void): void {
  let buffer = Buffer.alloc(0);
  stream.on("data", (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = /Content-Length: (\d+)\r\n(?:.*\r\n)*?\r\n/.exec(buffer.toString("latin1"));
      const start = head ? head.index + head[0].length : Infinity;
      const end = start + Number(head?.[1]);
      if (!head || buffer.length < end) return;
      take(JSON.parse(buffer.subarray(start, end).toString("utf8")) as Message);
      buffer = buffer.subarray(end);
    }
  });
}
