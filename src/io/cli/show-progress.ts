import { Worker } from "node:worker_threads";

/** A line on the terminal that says what is worked on. */
export interface Progress {
  /** What is worked on from now on. */
  step(name: keyof typeof STEPS): void;
  /** Takes the line away, for good. */
  end(): Promise<void>;
}

const STEPS = { read: "reading the plans", judge: "working on them" } as const;
const NAMES = Object.keys(STEPS) as (keyof typeof STEPS)[];
const PATIENCE = 1000;

/**
 * Shows a line on the terminal `fd` once the work has taken a second, and takes it away at the end; nothing where it is not
 * wanted. In a thread of its own, because judging keeps this one too busy to draw.
 */
export function showProgress(isWanted: boolean, fd = 2, patience = PATIENCE): Progress {
  if (!isWanted) return { step: () => undefined, end: () => Promise.resolve() };
  const state = new Int32Array(new SharedArrayBuffer(4));
  const steps = NAMES.map((name) => STEPS[name]);
  const worker = new Worker(DRAW, { eval: true, workerData: { state, steps, fd, patience } });
  // A line that cannot be drawn is no reason to fail.
  worker.on("error", () => undefined);
  worker.unref();
  const gone = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  return {
    step: (name) => void Atomics.store(state, 0, NAMES.indexOf(name)),
    end: () => {
      Atomics.store(state, 0, -1);
      Atomics.notify(state, 0);
      worker.ref();
      return gone;
    },
  };
}

/** Waits on the shared number, which is the step, or -1 for the end. */
const DRAW = `
const { writeSync } = require("node:fs");
const { state, steps, fd, patience } = require("node:worker_threads").workerData;
const FRAMES = "\\u280b\\u2819\\u2839\\u2838\\u283c\\u2834\\u2826\\u2827\\u2807\\u280f";
const start = Date.now();
let frame = 0;
let isShown = false;
for (;;) {
  const step = Atomics.load(state, 0);
  if (step < 0) break;
  const passed = Date.now() - start;
  if (passed >= patience) {
    const mark = FRAMES[frame++ % FRAMES.length];
    writeSync(fd, "\\r" + mark + " plan-gate: " + steps[step] + ", " + Math.floor(passed / 1000) + " s\\u001b[K");
    isShown = true;
  }
  Atomics.wait(state, 0, step, passed >= patience ? 100 : patience - passed);
}
if (isShown) writeSync(fd, "\\r\\u001b[K");
`;
