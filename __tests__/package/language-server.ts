import { spawn } from "node:child_process";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** The other end of a language server: messages with a length in front, over standard input and output. */
export class LanguageServer {
  readonly #process;
  readonly #waiting: { matches: (message: Message) => boolean; take: (message: Message) => void }[] = [];
  readonly #come: Message[] = [];
  #rest = Buffer.alloc(0);
  #last = 0;

  constructor([program, ...args]: readonly [string, ...string[]], cwd: string) {
    this.#process = spawn(program, args, { cwd, stdio: ["pipe", "pipe", "ignore"] });
    this.#process.stdout.on("data", (chunk: Buffer) => this.#read(chunk));
  }

  /** Sends a request and waits for what it is answered with. */
  async ask(method: string, params: object): Promise<unknown> {
    const id = ++this.#last;
    this.#send({ id, method, params });
    return (await this.#next((message) => message.id === id && message.method === undefined)).result;
  }

  /** Sends a notification. */
  tell(method: string, params: object): void {
    this.#send({ method, params });
  }

  /** The next notification of that name, or one that has come already. */
  async told(method: string): Promise<unknown> {
    return (await this.#next((message) => message.method === method)).params;
  }

  stop(): void {
    this.#process.kill();
  }

  #send(message: object): void {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #next(matches: (message: Message) => boolean): Promise<Message> {
    const at = this.#come.findIndex(matches);
    if (at >= 0) return Promise.resolve(this.#come.splice(at, 1)[0]!);
    return new Promise((take) => this.#waiting.push({ matches, take }));
  }

  #read(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n(?:.*\r\n)*?\r\n/.exec(this.#rest.toString("latin1"));
      const end = head ? head[0].length + Number(head[1]) : Infinity;
      if (end > this.#rest.length) return;
      const message = JSON.parse(this.#rest.subarray(head![0].length, end).toString("utf8")) as Message;
      this.#rest = this.#rest.subarray(end);
      // What the server asks of the editor is answered with nothing: it has no settings.
      if (message.method !== undefined && message.id !== undefined) this.#send({ id: message.id, result: [null] });
      const at = this.#waiting.findIndex(({ matches }) => matches(message));
      if (at >= 0) this.#waiting.splice(at, 1)[0]!.take(message);
      else this.#come.push(message);
    }
  }
}
