/** Tasks of which the one with the lowest key comes first, ties by number. The keys of tasks inside must not change. */
export class TaskHeap {
  readonly #keys: Float64Array;
  readonly #tasks: Int32Array;
  #size = 0;

  constructor(keys: Float64Array) {
    this.#keys = keys;
    this.#tasks = new Int32Array(keys.length);
  }

  get size(): number {
    return this.#size;
  }

  /** The first task; only asked for while there is one. */
  get first(): number {
    return this.#tasks[0]!;
  }

  push(task: number): void {
    let slot = this.#size++;
    while (slot > 0) {
      const parent = (slot - 1) >> 1;
      if (this.#isBefore(this.#tasks[parent]!, task)) break;
      this.#tasks[slot] = this.#tasks[parent]!;
      slot = parent;
    }
    this.#tasks[slot] = task;
  }

  pop(): number {
    const first = this.#tasks[0]!;
    const moved = this.#tasks[--this.#size]!;
    let slot = 0;
    for (let child = 1; child < this.#size; child = 2 * slot + 1) {
      if (child + 1 < this.#size && this.#isBefore(this.#tasks[child + 1]!, this.#tasks[child]!)) child++;
      if (this.#isBefore(moved, this.#tasks[child]!)) break;
      this.#tasks[slot] = this.#tasks[child]!;
      slot = child;
    }
    this.#tasks[slot] = moved;
    return first;
  }

  #isBefore(one: number, other: number): boolean {
    const difference = this.#keys[one]! - this.#keys[other]!;
    return difference < 0 || (difference === 0 && one < other);
  }
}
